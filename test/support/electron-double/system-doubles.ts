import type { MenuItemConstructorOptions, MessageBoxOptions, NotificationConstructorOptions } from 'electron';
import type { Computer } from './computer.ts';
import { Emitter } from './events.ts';

/** `Notification`, listed on the screen while it shows. */
export class NotificationDouble extends Emitter {
  readonly options: NotificationConstructorOptions;
  readonly #screen: NotificationDouble[];

  constructor(screen: NotificationDouble[], options: NotificationConstructorOptions) {
    super();
    this.#screen = screen;
    this.options = options;
  }

  show(): void {
    this.#screen.push(this);
  }

  close(): void {
    if (this.#remove()) this.emit('close');
  }

  /** A person clicks it; most systems take it away then. */
  click(): void {
    this.emit('click');
    this.close();
  }

  #remove(): boolean {
    const at = this.#screen.indexOf(this);
    if (at >= 0) this.#screen.splice(at, 1);
    return at >= 0;
  }
}

/** `Tray`: a picture, words and a menu. */
export class TrayDouble extends Emitter {
  image: string;
  toolTip = '';
  menu: MenuDouble | null = null;

  constructor(image: string) {
    super();
    this.image = image;
  }

  setImage(image: string): void {
    this.image = image;
  }

  setToolTip(toolTip: string): void {
    this.toolTip = toolTip;
  }

  setContextMenu(menu: object | null): void {
    this.menu = menu as MenuDouble | null;
  }
}

/** `Menu`, as the template it was built from. */
export class MenuDouble {
  readonly items: readonly MenuItemConstructorOptions[];

  constructor(items: readonly MenuItemConstructorOptions[]) {
    this.items = items;
  }

  popup(): void {
    // The system draws it; nobody in a test looks at that.
  }

  /** A person chooses the item with this label. */
  choose(label: string): void {
    const item = this.items.find((each) => each.label === label);
    if (!item?.click) throw new Error(`There is no item "${label}" to choose`);
    (item.click as () => void)();
  }
}

/** `safeStorage`: a cipher nobody should trust, with the keychain that the computer has or has not. */
export function safeStorageDouble(computer: Computer) {
  const flip = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  return {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text: string) => flip(Buffer.from(text, 'utf8')),
    decryptStringAsync: async (encrypted: Buffer) => ({
      result: flip(encrypted).toString('utf8'),
      shouldReEncrypt: false,
    }),
    getSelectedStorageBackend: () =>
      computer.hasKeychain ? ('gnome_libsecret' as const) : ('basic_text' as const),
  };
}

/** `dialog`: notes the question and gives the next answer prepared on the computer. */
export function dialogDouble(computer: Computer) {
  return {
    showMessageBox: async (...args: readonly unknown[]) => {
      const options = args.at(-1) as MessageBoxOptions;
      const response = computer.answers.shift();
      if (response === undefined) throw new Error(`Nobody is there to answer: ${options.message}`);
      computer.questions.push(options.message);
      return { response, checkboxChecked: false };
    },
  };
}

/** `powerMonitor`: somebody sits at the computer until a test says otherwise. */
export class PowerMonitorDouble extends Emitter {
  idleState: 'active' | 'idle' | 'locked' | 'unknown' = 'active';

  getSystemIdleState = (): 'active' | 'idle' | 'locked' | 'unknown' => this.idleState;
}
