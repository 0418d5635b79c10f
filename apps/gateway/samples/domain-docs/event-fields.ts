import path from 'node:path';
import ts from 'typescript';
import type { StreamKind } from '@linking/events/known-types.js';

/** A JSON schema as far as events need it. */
export interface Shape {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly description?: string;
}

const sources: Readonly<Record<StreamKind, readonly [file: string, name: string]>> = {
  link: ['link/link-events.ts', 'LinkEventData'],
  interest: ['interest/interest-events.ts', 'InterestEventData'],
  training: ['training/training-events.ts', 'TrainingEventData'],
  programme: ['programme/programme-events.ts', 'ProgrammeEventData'],
  correspondence: ['correspondence/correspondence-events.ts', 'CorrespondenceEventData'],
  person: ['person/person-events.ts', 'PersonEventData'],
  venue: ['venue/venue-events.ts', 'VenueEventData'],
  import: ['import/import-events.ts', 'ImportEventData'],
  grant: ['grant/grant-events.ts', 'GrantEventData'],
  school: ['school/school-events.ts', 'SchoolEventData'],
  user: ['user/user-events.ts', 'UserEventData'],
  rules: ['rules/rules-events.ts', 'RulesEventData'],
  ledger: ['ledger/ledger-events.ts', 'LedgerEventData'],
  log: ['log/log-events.ts', 'LogEventData'],
};

/** The shape of each event, read from the types of the published language themselves. */
export function eventShapes(): Readonly<Record<StreamKind, Readonly<Record<string, Shape>>>> {
  const folder = path.join(process.cwd(), 'libs/events/src');
  const files = Object.values(sources).map(([file]) => path.join(folder, file));
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    noLib: false,
  });
  const checker = program.getTypeChecker();
  const shapes = Object.entries(sources).map(([kind, [file, name]]) => {
    const source = program.getSourceFile(path.join(folder, file));
    const declared = source?.statements.find(
      (it): it is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(it) && it.name.text === name,
    );
    if (declared === undefined) throw new Error(`${file} does not declare ${name}`);
    const { properties = {} } = shapeOf(checker.getTypeAtLocation(declared), checker);
    return [kind, properties];
  });
  return Object.fromEntries(shapes) as Record<StreamKind, Record<string, Shape>>;
}

function shapeOf(type: ts.Type, checker: ts.TypeChecker): Shape {
  if (type.flags & ts.TypeFlags.Unknown) return {};
  if (type.isStringLiteral() || type.isNumberLiteral()) return { enum: [type.value] };
  if (type.flags & ts.TypeFlags.BooleanLiteral) return { enum: [checker.typeToString(type) === 'true'] };
  if (type.isUnion()) return unionOf(type, checker);
  if (type.flags & ts.TypeFlags.String) return { type: 'string' };
  if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
  const [first, ...more] =
    checker.isArrayType(type) || checker.isTupleType(type) ? typeArguments(type, checker) : [];
  if (first !== undefined) {
    const all = [first, ...more].map((it) => shapeOf(it, checker));
    return checker.isTupleType(type)
      ? { type: 'array', prefixItems: all, minItems: all.length, items: all[0] ?? {} }
      : { type: 'array', items: shapeOf(first, checker) };
  }
  return objectOf(type, checker);
}

const typeArguments = (type: ts.Type, checker: ts.TypeChecker) =>
  checker.getTypeArguments(type as ts.TypeReference);

function unionOf(type: ts.UnionType, checker: ts.TypeChecker): Shape {
  const members = type.types
    .filter((it) => !(it.flags & ts.TypeFlags.Undefined))
    .map((it) => shapeOf(it, checker));
  const [only] = members;
  if (only !== undefined && members.length === 1) return only;
  const values = members.map((it) => it.enum);
  if (!values.every((it) => it !== undefined)) return { anyOf: members };
  const all = values.flat();
  return all.every((it) => typeof it === 'boolean') && all.length === 2 ? { type: 'boolean' } : { enum: all };
}

function objectOf(type: ts.Type, checker: ts.TypeChecker): Shape {
  const fields = checker.getPropertiesOfType(type);
  const properties = fields.map((field) => {
    const description = ts.displayPartsToString(field.getDocumentationComment(checker));
    const shape = shapeOf(checker.getTypeOfSymbol(field), checker);
    return [field.name, { ...shape, ...(description === '' ? {} : { description }) }] as const;
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: fields.filter((it) => !(it.flags & ts.SymbolFlags.Optional)).map((it) => it.name),
    additionalProperties: false,
  };
}
