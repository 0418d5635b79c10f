// What a browser would use instead of the server's calendar: no library has to travel for it.
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' });
const time = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', timeStyle: 'short' });

export const londonDay = (instant) => day.format(new Date(instant));
export const londonTime = (instant) => time.format(new Date(instant));
