import fc from 'fast-check';

// One commit gives one answer, however often it is asked. New lives are for `npm run test:long`, with a seed of its own.
if (process.env['LONG_RUN'] !== 'yes') fc.configureGlobal({ seed: 20_260_901 });
