import { discussionForMany } from './discussion-for-many.js';
import { exchangeForMany } from './exchange-for-many.js';
import type { GroupForm } from './group-form.js';
import { meetingsForMany } from './meetings-for-many.js';
import { trainingForMany } from './training-for-many.js';

export const groupForms: readonly GroupForm[] = [
  exchangeForMany,
  meetingsForMany,
  trainingForMany,
  discussionForMany,
];
