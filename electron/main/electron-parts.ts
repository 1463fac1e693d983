import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Dialog,
  IpcMain,
  MenuItemConstructorOptions,
  NativeTheme,
  Notification,
  NotificationConstructorOptions,
  PowerMonitor,
  Protocol,
  Rectangle,
  SafeStorage,
  Session,
  Shell,
  Tray,
  WebContents,
} from 'electron';

/**
 * The parts of Electron that the shell uses, and no others. Functions take them as arguments, so that a reader sees what each may touch and
 * the tests can run the shell on a double of exactly this.
 */
export interface ElectronParts {
  readonly app: AppPart;
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => WindowPart;
  readonly Menu: MenuPart;
  readonly Notification: new (options: NotificationConstructorOptions) => NotificationPart;
  readonly Tray: new (image: string) => TrayPart;
  readonly dialog: DialogPart;
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly nativeImage: ImagePart;
  readonly nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'>;
  readonly powerMonitor: Pick<PowerMonitor, 'on' | 'getSystemIdleState'>;
  readonly protocol: Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>;
  readonly safeStorage: SafeStoragePart;
  readonly screen: ScreenPart;
  readonly session: { readonly defaultSession: SessionPart };
  readonly shell: Pick<Shell, 'openExternal'>;
}

export type AppPart = Pick<
  App,
  | 'on'
  | 'quit'
  | 'relaunch'
  | 'exit'
  | 'whenReady'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'setAsDefaultProtocolClient'
  | 'setAppUserModelId'
  | 'setBadgeCount'
  | 'getLocale'
  | 'getPath'
  | 'getVersion'
  | 'isPackaged'
> & { readonly dock?: { bounce(type: 'informational' | 'critical'): number } | undefined };

export type WindowPart = Pick<
  BrowserWindow,
  | 'on'
  | 'once'
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'focus'
  | 'restore'
  | 'maximize'
  | 'isMinimized'
  | 'isMaximized'
  | 'isFocused'
  | 'isDestroyed'
  | 'getNormalBounds'
  | 'flashFrame'
> & {
  readonly webContents: ContentsPart;
  setOverlayIcon(overlay: Image | null, description: string): void;
};

export type ContentsPart = Pick<WebContents, 'on' | 'send' | 'reload' | 'setWindowOpenHandler'>;

export type SessionPart = Pick<
  Session,
  'on' | 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

export type SafeStoragePart = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

export type NotificationPart = Pick<Notification, 'on' | 'show' | 'close'>;
export type DialogPart = Pick<Dialog, 'showMessageBox'>;
export type TrayPart = Pick<Tray, 'on' | 'setToolTip'> & {
  setImage(path: string): void;
  setContextMenu(menu: BuiltMenu | null): void;
};

export type ScreenPart = {
  getAllDisplays(): readonly { readonly workArea: Rectangle }[];
  getPrimaryDisplay(): { readonly workArea: Rectangle };
};

/** Menus and images are only made and handed back to Electron, never looked into. */
export type BuiltMenu = { popup(): void };
export type Image = { isEmpty(): boolean };
export type MenuPart = {
  buildFromTemplate(template: MenuItemConstructorOptions[]): BuiltMenu;
  setApplicationMenu(menu: BuiltMenu | null): void;
};
export type ImagePart = { createFromPath(path: string): Image };
