import type { FastifyRequest } from 'fastify';

/** The token of `Authorization: Bearer …`, or `null`. */
export function bearerToken(request: FastifyRequest): string | null {
  return /^Bearer ([\w.~+/-]{1,4000}=*)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
