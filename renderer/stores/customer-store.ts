import { create } from 'zustand';
import type { CustomerProfile } from '#shared/domain/customer';
import type { CustomerId } from '#shared/domain/ids';

/** A profile as far as it is known; the last one stays readable while a newer is read. */
export type CustomerRecord = { status: 'loading' | 'ready' | 'failed'; profile: CustomerProfile | null };

type CustomerState = { customers: ReadonlyMap<CustomerId, CustomerRecord> };

const KEPT = 50;

/** Profiles of the customers whose conversations were opened. */
export const useCustomerStore = create<CustomerState>()(() => ({ customers: new Map() }));

/** Notes what became of reading a profile. */
export function takeCustomer(id: CustomerId, record: Partial<CustomerRecord>): void {
  const customers = new Map(useCustomerStore.getState().customers);
  const before = customers.get(id) ?? { status: 'loading', profile: null };
  customers.delete(id);
  customers.set(id, { ...before, ...record });
  for (const old of customers.keys()) {
    if (customers.size <= KEPT) break;
    customers.delete(old);
  }
  useCustomerStore.setState({ customers });
}

/** One customer's profile. */
export function useCustomer(id: CustomerId | undefined): CustomerRecord | undefined {
  return useCustomerStore((state) => (id === undefined ? undefined : state.customers.get(id)));
}
