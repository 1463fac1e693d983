export { type CatalogueService, createCatalogueService, pictureUrl } from './catalogue-service.ts';
export type { CatalogueRepository, Category, Product, Variant } from './ports.ts';
export { createProductFinder, type FoundProduct, type ProductFinder } from './product-finder.ts';
export { kindSpokenOf, speaksOfKind, tagsSpokenOf, withoutKinds } from './shopping-words.ts';
