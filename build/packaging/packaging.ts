import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import manifest from '../../package.json' with { type: 'json' };
import { house } from '../scripts/step.ts';

/**
 * How the desktop app becomes an installer for each system. What is packed is what the builds put into out/, all of it bundled: there are no
 * node_modules in the app. Signing, which needs the publisher's certificates, is read by the packager from its own environment variables.
 */
export const packaging: Configuration = {
  // Windows shows notices under this name, so the shell says the same one to it.
  appId: 'shop.baton.console',
  productName: 'Baton',
  copyright: 'The Baton team',
  electronVersion: manifest.devDependencies.electron,
  directories: {
    app: 'out/app',
    output: join(house, 'dist'),
    buildResources: join(house, 'build/packaging'),
  },
  files: [
    'package.json',
    'main/main.js',
    'preload/index.cjs',
    'icons/*.png',
    { from: join(house, 'out/console'), to: 'console', filter: ['**/*', '!**/*.map'] },
  ],
  asar: true,
  // Everything is bundled. Left to itself, the packager finds no node_modules beside the app and takes the repository's.
  beforeBuild: async () => false,
  // Chromium's own texts (menus of form fields, error pages), in the names that the systems have for our two languages.
  electronLanguages: ['en-US', 'zh-CN'],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  protocols: [{ name: 'Baton conversation', schemes: ['baton'] }],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the packager fills these in.
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  // Where updates would come from; there is no such place yet.
  publish: null,
  win: { target: ['nsis'], icon: 'icons/icon.ico' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  mac: {
    target: ['dmg'],
    icon: 'icons/icon.icns',
    category: 'public.app-category.business',
    darkModeSupport: true,
  },
  linux: {
    target: ['AppImage', 'deb'],
    icon: 'icons',
    executableName: 'baton',
    category: 'Network',
    synopsis: 'The console in which support staff take over from the bot',
    // A Debian package must name somebody; whoever publishes one puts their own name here.
    maintainer: 'The Baton team <team@baton.invalid>',
  },
};
