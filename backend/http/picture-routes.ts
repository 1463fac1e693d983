import type { FastifyInstance } from 'fastify';
import type { CatalogueService } from '../modules/catalogue/index.ts';
import { Fault } from '../runtime/fault.ts';

/** Pictures of goods: drawn, so they may style themselves, but run nothing and load nothing. Shown in other origins' pages too. */
export function addPictureRoutes(app: FastifyInstance, catalogue: Pick<CatalogueService, 'picture'>): void {
  app.get<{ Params: { file: string } }>('/pictures/:file', async (request, reply) => {
    const sku = /^([^\0]{1,80})\.svg$/.exec(request.params.file)?.[1];
    const picture = sku === undefined ? null : await catalogue.picture(sku);
    if (picture === null) throw new Fault('not-found', 'There is no such picture');
    return await reply
      .headers({
        'content-type': 'image/svg+xml; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, max-age=3600',
      })
      .send(picture);
  });
}
