import type { Projection } from '@linking/projections/projection.js';
import { bouncedAddresses } from '@linking/projections/bounces/bounced-addresses.js';
import { grants } from '@linking/projections/grants/grants.js';
import { linkBoard } from '@linking/projections/link-board/link-board.js';
import { linkHistory } from '@linking/projections/link-history/link-history.js';
import { programmes } from '@linking/projections/programmes/programmes.js';
import { trainingDiary } from '@linking/projections/training-diary/training-diary-table.js';
import { venues } from '@linking/projections/venues/venues.js';
import { waitingList } from '@linking/projections/waiting-list/waiting-list.js';

/** Every read model, once: its tables are migrated, and the workers keep it at the head of the log. */
export const readModels: readonly Projection[] = [
  waitingList,
  trainingDiary,
  venues,
  programmes,
  linkBoard,
  linkHistory,
  grants,
  bouncedAddresses,
];
