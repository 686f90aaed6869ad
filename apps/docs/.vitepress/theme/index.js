// oxlint-disable import/no-default-export, import/no-unassigned-import -- this is how VitePress finds a theme.
import DefaultTheme from 'vitepress/theme-without-fonts';
// @ts-expect-error A style sheet, which has no types.
import './site.css';

export default DefaultTheme;
