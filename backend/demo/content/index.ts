/**
 * The demo shop's content: plain data and pure generators, the same for the same seed. Nothing here touches storage,
 * the clock or chance of its own.
 */

export { productPicture } from '../pictures/product-picture.ts';
export { attributeNames, catalogue, categories, productById, variantName } from './catalogue/catalogue.ts';
export type { ColourId } from './catalogue/colours.ts';
export type { AttributeKey, Category, CategoryId, Drawing, Product, Variant } from './catalogue/product.ts';
export type { Article, ChapterId } from './knowledge/article.ts';
export { articles } from './knowledge/knowledge.ts';
export { makeHistory } from './people/make-history.ts';
export type {
  DemoChannelId,
  DemoConversation,
  DemoCustomer,
  DemoHistory,
  DemoOrder,
  DemoOrderLine,
  DemoStep,
  DemoTracking,
  DemoView,
  OrderTrouble,
  TrackingStage,
} from './people/people.ts';
export { policies } from './policies.ts';
export { type Random, seededRandom } from './random.ts';
export { shop } from './shop.ts';
export { type Cast, type Casting, castScenario } from './simulator/cast.ts';
export {
  beginScenario,
  nextLine,
  type SimulatorEvent,
  type SimulatorPhase,
  type SimulatorState,
  type SimulatorTurn,
} from './simulator/next-line.ts';
export type { Burst, Manner, OrderNeed, Scenario, Temperament } from './simulator/scenario.ts';
export { type StaffMember, staff } from './staff/agents.ts';
export { type CannedReply, cannedReplies } from './staff/canned-replies.ts';
export { rootCauses } from './staff/root-causes.ts';
