/** How urgent a step that stays open becomes, one after the other. */
export const escalationLevels = ['red', 'phone-school', 'letter'] as const;
