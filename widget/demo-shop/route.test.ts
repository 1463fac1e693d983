import { describe, expect, it } from 'vitest';
import { readRoute } from './route.ts';

describe('the shop page’s addresses, as cards write them', () => {
  it.each([
    ['', { page: 'goods' }],
    ['#/', { page: 'goods' }],
    ['#/p/down-jacket', { page: 'product', id: 'down-jacket', sku: null }],
    ['#/p/down-jacket?sku=DJ-BLK-M', { page: 'product', id: 'down-jacket', sku: 'DJ-BLK-M' }],
    ['#/p/%E0%A4%A', { page: 'product', id: '%E0%A4%A', sku: null }],
    ['#/orders/20391', { page: 'orders' }],
    ['#/nowhere', { page: 'goods' }],
  ])('%s', (hash, route) => {
    expect(readRoute(hash)).toEqual(route);
  });
});
