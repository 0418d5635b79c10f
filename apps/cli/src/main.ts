import 'reflect-metadata';
import { runLinking } from './program.js';

process.exitCode = await runLinking(process.argv.slice(2), {
  env: process.env,
  out: process.stdout,
  err: process.stderr,
});
