import type { Role } from './roles.js';

/** Public: it opens the demonstration and nothing else. */
export const DEMO_PASSWORD = 'linking-demo-2026';

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  /** What the sign-in page calls her. */
  readonly role: string;
  readonly roles: readonly Role[];
  readonly programmes: readonly string[];
}

/** Who can sign in to the demonstration, and only there. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    email: 'coordinator@bradford.example',
    name: 'Amina Khan',
    role: 'Coordinator of Bradford',
    roles: ['coordinator'],
    programmes: ['bradford'],
  },
  {
    email: 'national@linking.example',
    name: 'Nadia Osei',
    role: 'National office',
    roles: ['national'],
    programmes: [],
  },
  {
    email: 'auditor@linking.example',
    name: 'Alun Price',
    role: 'Auditor',
    roles: ['auditor'],
    programmes: [],
  },
  {
    email: 'admin@linking.example',
    name: 'Ada Mensah',
    role: 'Administrator',
    roles: ['admin'],
    programmes: [],
  },
];
