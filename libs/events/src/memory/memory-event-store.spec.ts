import { describeEventStore } from '../contract/event-store-contract.js';
import { MemoryEventStore } from './memory-event-store.js';

describeEventStore('the event log in memory', async () => {
  const store = new MemoryEventStore();
  return { store, other: store, sameIdElsewhere: 'refused', close: () => store.close() };
});
