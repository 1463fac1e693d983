import type { Order } from '#shared/domain/customer';
import type { Localized } from '#shared/domain/language';
import type { Product, Variant } from '../../catalogue/index.ts';
import type { FlowState } from '../dialogue.ts';
import { ask, type Choice, personChoice, type Reaction, type Turn } from '../turn.ts';
import { inStockList, variantsIn } from './product-words.ts';

/** What an exchange brings instead: chosen, to be asked for, or nothing that the shop could choose between. */
export type Wanted =
  | { kind: 'chosen'; variant: Variant }
  | { kind: 'ask'; reaction: Reaction }
  | { kind: 'open' };

/** The size that comes next, up or down, as customers say it. */
const bigger = /大一?[码号点]|换大|加大|size up|bigger|larger|one size up/iu;
const smaller = /小一?[码号点]|换小|size down|smaller|one size down/iu;

/**
 * Finds the variant that is wanted in place of the one bought: tapped, named by colour or size, or the next size; says so where that is sold
 * out, and asks where nothing was said.
 */
export async function chooseWanted(turn: Turn, order: Order, state: FlowState): Promise<Wanted> {
  const [line] = order.lines;
  const [product] = line ? await turn.shop.catalogue.readProducts([line.productId]) : [];
  const bought = product?.variants.find(({ sku }) => sku === line?.sku);
  if (!product || !bought || product.variants.length < 2) return { kind: 'open' };
  const sku = turn.means?.startsWith('sku:') ? turn.means.slice('sku:'.length) : state.data['sku'];
  const tapped = product.variants.find((variant) => variant.sku === sku);
  if (tapped && tapped.stock > 0) return { kind: 'chosen', variant: tapped };
  const wanted = wantedIn(turn, product, bought);
  if (wanted && wanted.stock > 0) return { kind: 'chosen', variant: wanted };
  return { kind: 'ask', reaction: askWhich(turn, { product, bought, wanted, state }) };
}

/** The variant that the words speak of; what they leave out stays as it was bought. */
function wantedIn(turn: Turn, product: Product, bought: Variant): Variant | null {
  const step = Number(bigger.test(turn.text)) - Number(smaller.test(turn.text));
  if (step !== 0) {
    const sameColour = product.variants.filter(({ options }) => options.colour === bought.options.colour);
    return sameColour[sameColour.indexOf(bought) + step] ?? null;
  }
  const inWish = variantsIn(product, wishIn(turn.text));
  const meant = inWish.length > 0 ? inWish : variantsIn(product, turn.text);
  const said = meant.filter(({ sku }) => sku !== bought.sku);
  const { colour, size } = bought.options;
  return said.find(({ options }) => options.size === size || options.colour === colour) ?? said[0] ?? null;
}

/** Of “got the M, need an L” only what is wanted; nothing where no wish is said. */
function wishIn(text: string): string {
  const wish =
    /\b(?:need|want|wanted|should be|rather have)\b(.{1,30})$|(?:换成?|想要|改成)(.{1,16})$/iu.exec(text);
  return wish?.[1] ?? wish?.[2] ?? '';
}

type Question = { product: Product; bought: Variant; wanted: Variant | null; state: FlowState };

function askWhich(turn: Turn, { product, bought, wanted, state }: Question): Reaction {
  const { language, speaker } = turn;
  const others = product.variants.filter(({ sku, stock }) => sku !== bought.sku && stock > 0);
  const { colour, size } = bought.options;
  const isOfSize = state.data['reason'] === 'size';
  const near = others.filter(({ options }) =>
    isOfSize ? options.colour === colour : (options.size ?? null) === (size ?? null),
  );
  const offered = (near.length > 0 ? near : others).slice(0, 5);
  const choices: Choice[] = offered.map(({ sku, name }) => ({ text: name[language], means: `sku:${sku}` }));
  const title = product.title[language];
  const text = wanted
    ? speaker.say('exchange.gone', {
        title,
        variant: wanted.name[language],
        list: inStockList(turn, others),
      })
    : speaker.say('exchange.which', { title, variant: bought.name[language] });
  const also =
    wanted || offered.length === 0 ? [{ text: speaker.word('choice.as-return'), means: 'kind:return' }] : [];
  const flow: FlowState = { ...state, step: 'variant' };
  return ask(turn, { text, choices: [...choices.slice(0, 4), ...also, personChoice(turn)], flow });
}

/** The wanted variant as it stands on the order's way. */
export function wantedName(product: readonly Variant[], sku: string | undefined): Localized | undefined {
  return product.find((variant) => variant.sku === sku)?.name;
}
