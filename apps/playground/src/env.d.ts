interface ImportMetaEnv {
  readonly VITE_ENGINE_VERSION: string;
  readonly VITE_DATA_VERSION: string;
}
