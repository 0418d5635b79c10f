#!/usr/bin/env node
// Verifies the evidence of a link without the service that gave it. One file, no packages, Node 20 or later.
//
//   node verify-evidence.mjs FILE [--key VKEY] [--checkpoint FILE]
//
// VKEY is a public key, FILE a signed checkpoint that you have kept from before. Exit code:
//   0  every event stands as it was recorded, and what you have kept vouches for it
//   1  something is wrong; the first wrong event is named
//   2  the file is consistent in itself, but its origin was not checked
//
// Formats: RFC 9162 (tree and proofs), C2SP signed-note and tlog-checkpoint (signatures).
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const FORMAT = 'schools-linking-evidence-1';
const ROTATION = 'From now on the second key signs for this log, and no longer the first:';

const LOSS =
  'The first key was lost; the second signs for this log, and the first has not handed over to it:';

class Wrong extends Error {}
const wrong = (sentence) => {
  throw new Wrong(sentence);
};

// --- the tree (RFC 9162) ---

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leafHash = (body) => sha256(Buffer.of(0), Buffer.from(body, 'utf8'));
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);
const half = (number) => Math.floor(number / 2);

/** §2.1.3.2 */
function isIncluded(index, size, leaf, root, proof) {
  if (index >= size) return false;
  let [place, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else hash = nodeHash(hash, sibling);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && hash.equals(root);
}

/** §2.1.4.2 */
function goesOn(from, to, fromRoot, toRoot, proof) {
  if (from > to) return false;
  if (from === to) return proof.length === 0 && fromRoot.equals(toRoot);
  if (from === 0) return proof.length === 0 && fromRoot.equals(sha256());
  const [first, ...rest] = Number.isInteger(Math.log2(from)) ? [fromRoot, ...proof] : proof;
  if (first === undefined || rest.length === 0) return false;
  let [place, last, old, young] = [from - 1, to - 1, first, first];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      [old, young] = [nodeHash(sibling, old), nodeHash(sibling, young)];
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else young = nodeHash(young, sibling);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && old.equals(fromRoot) && young.equals(toRoot);
}

// --- keys and signatures (C2SP signed-note) ---

function fromBase64(text) {
  const bytes = Buffer.from(String(text), 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

function readKey(vkey) {
  const [, name, id, base64] = /^([^\s+]+)\+([\da-f]{8})\+([\w+/]+=*)$/u.exec(String(vkey)) ?? [];
  const bytes = fromBase64(base64);
  if (bytes === undefined || bytes.length !== 33 || bytes[0] !== 1) return undefined;
  if (sha256(Buffer.from(`${name}\n`), bytes).toString('hex', 0, 4) !== id) return undefined;
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)]);
  return { vkey, name, id, publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

function readNote(note) {
  const text = String(note);
  const split = text.lastIndexOf('\n\n');
  if (split < 0 || !text.endsWith('\n')) return undefined;
  const signatures = text
    .slice(split + 2, -1)
    .split('\n')
    .map((line) => {
      const [, name, base64] = /^— (\S+) ([\w+/]+=*)$/u.exec(line) ?? [];
      const bytes = fromBase64(base64);
      return bytes && bytes.length > 4
        ? { name, id: bytes.toString('hex', 0, 4), bytes: bytes.subarray(4) }
        : undefined;
    });
  return signatures.includes(undefined) ? undefined : { text: text.slice(0, split + 1), signatures };
}

/** Those of the keys that signed; none when a signature in the name of one of them is wrong. */
function signers(note, keys) {
  const found = [];
  for (const { name, id, bytes } of note.signatures) {
    const key = keys.find((it) => it.name === name && it.id === id);
    if (key === undefined) continue;
    if (!verify(null, Buffer.from(note.text), key.publicKey, bytes)) return [];
    if (!found.includes(key)) found.push(key);
  }
  return found;
}

function readCheckpoint(text) {
  const note = readNote(text);
  const [origin, size, base64] = note ? note.text.split('\n') : [];
  const root = fromBase64(base64);
  if (!origin || !/^(0|[1-9]\d{0,14})$/.test(String(size)) || root === undefined || root.length !== 32) {
    return undefined;
  }
  return { note, origin, size: Number(size), root };
}

/** As an editor or a mail leaves it: with a mark at its beginning, other line ends, empty lines around it. */
const tidied = (text) => `${text.replaceAll('\r', '').trim()}\n`;

/** What is wrong with a text that should be a checkpoint, by its first wrong line. */
function malformedIn(text) {
  const [origin, size, root, ...rest] = text.split('\n');
  if (!origin) return 'line 1 should be the name of the log';
  if (!/^(0|[1-9]\d{0,14})$/.test(String(size)))
    return 'line 2 should be the number of events, in digits alone';
  if (fromBase64(root)?.length !== 32) return 'line 3 should be the hash over the events, 32 bytes in base64';
  const empty = rest.indexOf('');
  if (empty < 0 || empty === rest.length - 1) {
    return 'line 4 should be empty, with the signature in the line after it';
  }
  return `line ${empty + 5} should be a signature, which begins with a dash and the name of the log`;
}

function readKept(file) {
  const text = tidied(readFile(file));
  return (
    readCheckpoint(text) ??
    wrong(`The checkpoint that you have kept cannot be read as one: ${malformedIn(text)}.`)
  );
}

/** The keys that the given ones vouch for: a handover is signed by the old and the new one. */
function vouchedFor(keys, statements) {
  const known = new Map(keys.map((key) => [key.vkey, key]));
  const handovers = statements.flatMap((statement) => {
    const note = readNote(statement);
    const [origin, heading, from, to] = note ? note.text.split('\n').map((line) => line) : [];
    const pair = [readKey(from), readKey(to)];
    const genuine =
      heading === ROTATION &&
      pair.every((key) => key !== undefined && key.name === origin) &&
      signers(note, pair).length === 2;
    return genuine ? [pair] : [];
  });
  for (let before = -1; before < known.size;) {
    before = known.size;
    for (const pair of handovers) {
      if (pair.some(({ vkey }) => known.has(vkey))) pair.forEach((key) => known.set(key.vkey, key));
    }
  }
  return [...known.values()];
}

/** Keys that took the place of a lost one: a note that the new key alone has signed, so nobody follows it silently. */
function replacements(statements) {
  return statements.flatMap((statement) => {
    const note = readNote(statement);
    const [origin, heading, first, second, on, reason] = note ? note.text.split('\n') : [];
    const [from, to] = [readKey(first), readKey(second)];
    const genuine =
      heading === LOSS && from?.name === origin && to?.name === origin && signers(note, [to]).length === 1;
    return genuine ? [{ from, to, on, reason }] : [];
  });
}

/** And the lost keys that one of them has replaced: what those signed before is its past. */
function withPast(keys, statements) {
  const has = ({ vkey }) => keys.some((it) => it.vkey === vkey);
  const past = replacements(statements).filter(({ from, to }) => has(to) && !has(from));
  if (past.length === 0) return keys;
  return withPast(vouchedFor([...keys, ...past.map(({ from }) => from)], statements), statements);
}

const lossInWords = ({ from, to, on, reason }) =>
  `On ${on} the key that signs was replaced without the old one (the reason given: ${reason.replaceAll('-', ' ')}): what was signed before is vouched for by the key ${from.id}, what came after by ${to.id} alone. Ask how it was lost.`;

/** The losses that lie between keys that somebody trusts and one of those that signed; none when no such way leads there. */
function lossesBetween(trusted, signed, statements) {
  const has = (keys, { vkey }) => keys.some((it) => it.vkey === vkey);
  let [reached, losses] = [trusted, []];
  while (!signed.some((key) => has(reached, key))) {
    const next = replacements(statements).filter(({ from, to }) => has(reached, from) && !has(reached, to));
    if (next.length === 0) return [];
    losses = [...losses, ...next];
    reached = vouchedFor([...reached, ...next.map(({ to }) => to)], statements);
  }
  return losses;
}

// --- the file ---

function readFile(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return wrong(`There is no file ${file} that can be read.`);
  }
}

const isWhole = (value) => Number.isSafeInteger(value) && value >= 0;
const isList = (value, each) => Array.isArray(value) && value.every(each);

function readEvidence(file) {
  let it;
  try {
    it = JSON.parse(readFile(file));
  } catch (error) {
    if (error instanceof Wrong) throw error;
    return wrong(`${file} cannot be read as evidence: it is cut off or is something else.`);
  }
  if (it?.format !== FORMAT) wrong(`${file} is not evidence of this format (${FORMAT}).`);
  const isEvent = (event) =>
    isWhole(event?.leaf) && typeof event.body === 'string' && isList(event.proof, isWhole);
  const whole =
    typeof it.link === 'string' &&
    it.stream === `link-${it.link}` &&
    isList(it.events, isEvent) &&
    isList(it.hashes, (hash) => fromBase64(hash)?.length === 32) &&
    typeof it.checkpoint === 'string' &&
    isList(it.keys, (key) => typeof key?.vkey === 'string') &&
    isList(it.leftOut, (text) => typeof text === 'string') &&
    (it.consistency === undefined ||
      (isWhole(it.consistency?.from) &&
        isList(it.consistency.proof, (place) => isWhole(place) && place < it.hashes.length)));
  if (!whole) wrong(`${file} is not whole: a part is missing or is of another kind.`);
  return it;
}

const hashesAt = (evidence, places) => {
  const hashes = places.map((place) => evidence.hashes[place]);
  return hashes.includes(undefined) ? undefined : hashes.map((hash) => Buffer.from(hash, 'base64'));
};

function checkEvents(evidence, { size, root }) {
  if (evidence.events.length === 0) wrong('The file holds no event.');
  let before = -1;
  evidence.events.forEach(({ leaf, body, proof }, at) => {
    const name = `Event ${at + 1} of ${evidence.stream}`;
    const hashes = hashesAt(evidence, proof);
    if (hashes === undefined || !isIncluded(leaf, size, leafHash(body), root, hashes)) {
      wrong(`${name} is not the one that was recorded and signed: it, its place or its proof was changed.`);
    }
    const said = JSON.parse(body);
    if (said.stream !== evidence.stream || said.revision !== at + 1) {
      wrong(
        `Where ${name} belongs stands event ${said.revision} of ${said.stream}: an event was left out, moved, or put in from elsewhere.`,
      );
    }
    if (leaf <= before) wrong(`${name} stands before an earlier one in the log.`);
    before = leaf;
  });
}

/** @returns sentences that say what vouches for the file, and what could not be checked */
function checkOrigin(evidence, checkpoint, { key, kept }) {
  const keys = evidence.keys.map(({ vkey }) => readKey(vkey));
  const bad = keys.indexOf(undefined);
  if (bad >= 0) wrong(`Key ${bad + 1} in the file is not a key: ${evidence.keys[bad].vkey}`);
  const signed = signers(checkpoint.note, keys).filter(({ name }) => name === checkpoint.origin);
  if (signed.length === 0) wrong('The checkpoint in the file is not signed by a key in the file.');

  if (kept !== undefined && kept.origin !== checkpoint.origin) {
    wrong(
      `The checkpoint that you have kept is of another log: ${kept.origin}, and the file of ${checkpoint.origin}.`,
    );
  }
  const statements = evidence.keys.flatMap(({ statement }) => (statement === undefined ? [] : [statement]));
  const trusted = trustedKeys(keys, statements, { key, kept });
  if (trusted === undefined)
    return { vouched: [], unchecked: ['Its origin was not checked: give --key or --checkpoint.'] };
  if (!signed.some(({ vkey }) => trusted.some((it) => it.vkey === vkey))) {
    const losses = lossesBetween(trusted, signed, statements);
    if (losses.length > 0) {
      const unchecked = kept === undefined ? [] : checkKept(evidence, checkpoint, kept, []);
      return {
        vouched: [],
        unchecked: [
          `It is signed with the key ${signed[0].id}, to which no key that you have kept has handed over. Whoever has only the database can write the same.`,
          ...losses.map(lossInWords),
          ...unchecked,
        ],
      };
    }
    wrong(
      `The file is signed with the key ${signed[0].vkey}, for which the key that you have kept does not vouch: it comes from somewhere else.`,
    );
  }
  const vouched = key === undefined ? [] : ['It is signed with the key that you have kept.'];
  if (key !== undefined && signed.every(({ vkey }) => vkey !== key.vkey)) {
    vouched[0] = 'It is signed with a key to which the key that you have kept has handed over.';
  }
  vouched.push(...replacements(statements).map(lossInWords));
  const unchecked = kept === undefined ? [] : checkKept(evidence, checkpoint, kept, vouched);
  return { vouched, unchecked };
}

/** Those of the keys that signed what was kept; it says whether somebody forged it or is a stranger. */
function keptSigners({ note, origin }, keys, whose) {
  const signed = signers(note, keys).filter(({ name }) => name === origin);
  if (signed.length > 0) return signed;
  const named = note.signatures.find(({ name, id }) => keys.some((it) => it.name === name && it.id === id));
  if (named !== undefined) {
    wrong(
      `The checkpoint that you have kept is forged, or was changed after it was signed: it names the key ${named.id}, and that key has not signed this text.`,
    );
  }
  const [{ name, id }] = note.signatures;
  return wrong(
    `The checkpoint that you have kept is signed by another key: ${id} of ${name} is none of the keys ${whose}.`,
  );
}

function trustedKeys(keys, statements, { key, kept }) {
  if (key !== undefined) {
    const vouched = vouchedFor([key], statements);
    if (kept !== undefined)
      keptSigners(kept, withPast(vouched, statements), 'for which the key that you have kept vouches');
    return vouched;
  }
  if (kept === undefined) return undefined;
  // Whoever signed what was kept is believed for what came after it.
  return vouchedFor(keptSigners(kept, keys, 'in the file'), statements);
}

function checkKept(evidence, { size, root }, kept, vouched) {
  const ask = `Ask for the evidence again with ?from=${kept.size}.`;
  if (kept.size > size) {
    return [
      `The log in the file has only ${size} events, the checkpoint that you have kept speaks of ${kept.size}. Either the file is older than your checkpoint, or the log was cut back, or an older copy of it was put in its place. ${ask} If there are fewer than ${kept.size} events then, some were taken out.`,
    ];
  }
  if (kept.size < size && evidence.consistency?.from !== kept.size) {
    return [
      `The file does not say how the log went on from the ${kept.size} events of your checkpoint. ${ask}`,
    ];
  }
  const proof = kept.size === size ? [] : hashesAt(evidence, evidence.consistency.proof);
  if (proof === undefined || !goesOn(kept.size, size, kept.root, root, proof)) {
    wrong(
      `The log in the file does not begin with the ${kept.size} events of the checkpoint that you have kept.`,
    );
  }
  vouched.push(`Its log begins with the ${kept.size} events of the checkpoint that you have kept.`);
  return [];
}

// --- the command ---

function readArguments(argv) {
  const given = { file: undefined, key: undefined, kept: undefined };
  for (let at = 0; at < argv.length; at += 1) {
    const value = () => argv[(at += 1)] ?? wrong(`${argv[at - 1]} needs a value.`);
    if (argv[at] === '--key') {
      given.key = readKey(value().trim()) ?? wrong('--key is no public key of the form name+hash+base64.');
    } else if (argv[at] === '--checkpoint') {
      given.kept = readKept(value());
    } else if (given.file === undefined && !argv[at].startsWith('--')) given.file = argv[at];
    else wrong('Use: node verify-evidence.mjs FILE [--key VKEY] [--checkpoint FILE]');
  }
  if (given.file === undefined) wrong('Use: node verify-evidence.mjs FILE [--key VKEY] [--checkpoint FILE]');
  return given;
}

function main(argv) {
  const given = readArguments(argv);
  const evidence = readEvidence(given.file);
  const checkpoint =
    readCheckpoint(evidence.checkpoint) ?? wrong('The checkpoint in the file cannot be read.');
  checkEvents(evidence, checkpoint);
  const { vouched, unchecked } = checkOrigin(evidence, checkpoint, given);
  const count = evidence.events.length;
  const checked = unchecked.length === 0;
  const lines = [
    checked
      ? `Nothing was altered: the ${count} events of link ${evidence.link} stand as they were recorded and signed.`
      : `Consistent in itself, origin not checked: ${count} events of link ${evidence.link}.`,
    ...vouched,
    ...unchecked,
    `No file can prove that nothing came after event ${count}: compare that number with the service.`,
    ...evidence.leftOut.map((text) => `Not in the file: ${text}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return checked ? 0 : 2;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const sentence = error instanceof Wrong ? error.message : `The file cannot be verified: ${error.message}`;
  process.stdout.write(`${sentence}\n`);
  process.exitCode = 1;
}
