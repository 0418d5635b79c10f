/** What a checked body says, without class and without the fields that were left out. */
export const plainOf = <Body extends object>(body: Body): Body => JSON.parse(JSON.stringify(body)) as Body;
