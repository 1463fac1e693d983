export { type CatalogueService, createCatalogueService, pictureUrl } from './catalogue-service.ts';
export type { CatalogueRepository, Category, Product, Variant } from './ports.ts';
