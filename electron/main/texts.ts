/** The few words that the shell itself shows; all others are the console's. */
export interface Texts {
  readonly appName: string;
  readonly open: string;
  readonly quit: string;
  readonly unread: (count: number) => string;
  readonly menu: Readonly<Record<'file' | 'edit' | 'view' | 'window', string>>;
  readonly item: Readonly<
    Record<
      | 'undo'
      | 'redo'
      | 'cut'
      | 'copy'
      | 'paste'
      | 'pasteAsText'
      | 'selectAll'
      | 'reload'
      | 'zoomIn'
      | 'zoomOut'
      | 'actualSize'
      | 'fullScreen'
      | 'minimize'
      | 'close',
      string
    >
  >;
  readonly weakStorage: {
    readonly message: string;
    readonly detail: string;
    readonly keep: string;
    readonly refuse: string;
  };
  readonly crashed: { readonly message: string; readonly detail: string; readonly restart: string };
}

const english: Texts = {
  appName: 'Baton',
  open: 'Open Baton',
  quit: 'Quit Baton',
  unread: (count) => (count === 1 ? '1 unread conversation' : `${count} unread conversations`),
  menu: { file: 'File', edit: 'Edit', view: 'View', window: 'Window' },
  item: {
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pasteAsText: 'Paste as Plain Text',
    selectAll: 'Select All',
    reload: 'Reload',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    actualSize: 'Actual Size',
    fullScreen: 'Full Screen',
    minimize: 'Minimise',
    close: 'Close Window',
  },
  weakStorage: {
    message: 'This computer has no keychain in which to keep your sign-in.',
    detail:
      'Baton can keep it in a file that only hides it from a casual look: whoever can read your files can sign in as you. Or it forgets it when you quit.',
    keep: 'Keep It in the File',
    refuse: 'Forget It When I Quit',
  },
  crashed: {
    message: 'The Baton window stopped working twice in a minute.',
    detail: 'What you wrote is kept. Starting again usually helps.',
    restart: 'Start Again',
  },
};

const chinese: Texts = {
  appName: 'Baton',
  open: '打开 Baton',
  quit: '退出 Baton',
  unread: (count) => `${count} 个未读会话`,
  menu: { file: '文件', edit: '编辑', view: '显示', window: '窗口' },
  item: {
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    pasteAsText: '粘贴为纯文本',
    selectAll: '全选',
    reload: '重新加载',
    zoomIn: '放大',
    zoomOut: '缩小',
    actualSize: '实际大小',
    fullScreen: '全屏',
    minimize: '最小化',
    close: '关闭窗口',
  },
  weakStorage: {
    message: '这台电脑没有可以保存登录信息的钥匙串。',
    detail:
      'Baton 可以把它存进一个仅作遮掩的文件：能读取您文件的人就能以您的身份登录。也可以在退出时忘掉它。',
    keep: '存进文件',
    refuse: '退出时忘掉',
  },
  crashed: {
    message: 'Baton 窗口在一分钟内两次停止工作。',
    detail: '您写的内容已保留，重新启动通常可以恢复。',
    restart: '重新启动',
  },
};

/** The words for a locale of the system; Chinese in any region, else English. */
export function textsFor(locale: string): Texts {
  return /^zh\b/i.test(locale) ? chinese : english;
}
