// oxlint-disable import/no-default-export, import/no-unassigned-import -- this is how VitePress finds a theme.
import DefaultTheme from 'vitepress/theme-without-fonts';
import './site.css';

export default DefaultTheme;
