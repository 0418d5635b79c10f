export const DEMO_PROGRAMME = 'bradford';
export const DEMO_YEAR = '2026-27';
/** The moment at which people meet the demonstration: a Monday, 09:00. */
export const DEMO_NOW = '2026-11-23T09:00:00.000Z';
export const DEMO_PASSWORD = 'linking-demo-2026';

export const demoUsers = [
  {
    email: 'coordinator@bradford.example',
    name: 'Amina Khan',
    roles: ['coordinator'],
    programmes: [DEMO_PROGRAMME],
    label: 'Coordinator',
  },
  {
    email: 'national@linking.example',
    name: 'Ruth Calder',
    roles: ['national'],
    programmes: [],
    label: 'National office',
  },
  {
    email: 'auditor@linking.example',
    name: 'Joseph Adeyemi',
    roles: ['auditor'],
    programmes: [],
    label: 'Auditor',
  },
  { email: 'admin@linking.example', name: 'Wei Lin', roles: ['admin'], programmes: [], label: 'Admin' },
] as const;
