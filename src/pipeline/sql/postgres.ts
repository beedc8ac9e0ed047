/**
 * One query of a PostgreSQL database, for a snapshot: read only, in UTC, with a limit that the server keeps and one
 * that we keep, over TLS with the server's certificate checked. The address is a secret: it stands in the environment,
 * and neither it nor a part of it comes back out of here.
 */
import postgres from 'postgres';
import type { Sql } from 'postgres';
import { z } from 'zod';
import type { SqlAnswer, SqlFault, SqlLimits, SqlQuery, SqlResult } from './messages.ts';
import { numberParameters } from './parameters.ts';
import type { NumberedQuery } from './parameters.ts';
import { plainNumber } from './plain-number.ts';
import { connectionFault, queryFault } from './postgres-fault.ts';
import type { ConnectionFault } from './postgres-fault.ts';

/** We stop waiting when the server did not stop. */
const GRACE = 5000;
const CONNECT_SECONDS = 10;
const ROWS_AT_A_TIME = 2000;

/** Types by their number in every PostgreSQL, and the name that a reader knows; others have no plain text. */
const TYPES: Readonly<Record<number, string>> = {
  16: 'boolean',
  18: 'char',
  19: 'name',
  20: 'bigint',
  21: 'smallint',
  23: 'integer',
  25: 'text',
  114: 'json',
  700: 'real',
  701: 'double precision',
  1042: 'character',
  1043: 'varchar',
  1082: 'date',
  1083: 'time',
  1114: 'timestamp',
  1184: 'timestamptz',
  1700: 'numeric',
  2950: 'uuid',
  3802: 'jsonb',
};

function textOf(bytes: Uint8Array | null, type: string): string | null {
  if (bytes === null) return null;
  const text = new TextDecoder().decode(bytes);
  switch (type) {
    case 'boolean':
      return text === 't' ? 'true' : 'false';
    case 'timestamptz':
      return text.replace(' ', 'T').replace(/\+00$/, 'Z');
    case 'real':
    case 'double precision':
    case 'numeric':
      return plainNumber(text);
    default:
      return text;
  }
}

/** What the client tells of the columns, and its types leave out. */
const described = z.object({ columns: z.array(z.object({ name: z.string(), type: z.number() })) });

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

interface Address {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly pass: string;
  /** Without it only for a database on the same machine. */
  readonly secure: boolean;
}

/** @returns undefined for what is no address of a PostgreSQL database */
export function readAddress(text: string): Address | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const database = decodeURIComponent(url.pathname.slice(1));
  if (!/^postgres(ql)?:$/.test(url.protocol) || url.hostname === '' || database === '') return undefined;
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    database,
    user: decodeURIComponent(url.username),
    pass: decodeURIComponent(url.password),
    secure:
      !LOOPBACK.test(url.hostname) || /^(require|verify-ca|verify-full)$/.test(url.searchParams.get('sslmode') ?? ''),
  };
}

/** What the client would turn on the way: it reads a local time in the zone of the machine, and "true" as false. */
const TURNED = [16, 17, 20, 21, 23, 26, 114, 700, 701, 1082, 1114, 1184, 3802];

function connect({ host, port, database, user, pass, secure }: Address, { milliseconds }: SqlLimits): Sql {
  return postgres({
    host,
    port,
    database,
    user,
    pass,
    max: 1,
    ssl: secure ? { rejectUnauthorized: true } : false,
    connect_timeout: CONNECT_SECONDS,
    // Asks the catalogue for arrays, which have no plain text anyhow.
    fetch_types: false,
    onnotice: () => undefined,
    types: { asWritten: { to: 0, from: TURNED, serialize: String, parse: String } },
    connection: {
      application_name: 'operations-proof-workbench',
      statement_timeout: milliseconds,
      default_transaction_read_only: true,
      TimeZone: 'UTC',
      DateStyle: 'ISO',
      extra_float_digits: 1,
    },
  });
}

async function fetchAll(
  sql: Sql,
  { parameters = {} }: SqlQuery,
  numbered: NumberedQuery,
  { rows: most }: SqlLimits,
): Promise<{ result?: SqlResult; fault?: SqlFault; takenAt?: Date }> {
  const values = numbered.names.map((name) => parameters[name] ?? null);
  // Prepared, so that the text can hold one statement only; raw, so that nothing is turned into a JavaScript number.
  const asked = () => sql.unsafe(numbered.sql, values, { prepare: true });
  const columns = described
    .parse(await asked().describe())
    .columns.map(({ name, type }) => ({ name, type: TYPES[type] ?? '' }));
  const odd = columns.find(({ type }) => type === '');
  if (odd) return { fault: { kind: 'type', query: 0, message: odd.name } };
  if (columns.length === 0) return { fault: { kind: 'select', query: 0, message: 'it gives no columns' } };
  const [clock] = await sql<{ seconds: string }[]>`select extract(epoch from clock_timestamp()) as seconds`;
  const rows: (string | null)[][] = [];
  const pieces = asked().raw().cursor(ROWS_AT_A_TIME) as unknown as AsyncIterable<
    readonly (readonly (Uint8Array | null)[])[]
  >;
  for await (const piece of pieces) {
    if (rows.length + piece.length > most) return { fault: { kind: 'rows', query: 0, message: 'more' } };
    for (const row of piece) rows.push(row.map((cell, index) => textOf(cell, columns[index]?.type ?? '')));
  }
  return { result: { columns, rows }, takenAt: new Date(Number(clock?.seconds) * 1000) };
}

export type PostgresAnswer = Omit<SqlAnswer, 'fault'> & {
  /** When the query was asked, by the clock of the database; there with a result. */
  readonly takenAt?: Date;
  readonly fault?: SqlFault;
  /** The query was not asked at all. */
  readonly unreached?: ConnectionFault;
};

/**
 * Asks one query.
 *
 * @param address with user and password, `postgres://user:password@host:5432/database`; TLS unless the host is this machine
 */
export async function askPostgres(address: string, query: SqlQuery, limits: SqlLimits): Promise<PostgresAnswer> {
  const read = readAddress(address);
  if (read === undefined) return { results: [], unreached: 'address' };
  const numbered = numberParameters(query.sql);
  const sql = connect(read, limits);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ fault: SqlFault; result?: undefined; takenAt?: undefined }>((resolve) => {
    timer = setTimeout(
      () => {
        resolve({ fault: { kind: 'time', query: 0, message: 'stopped' } });
      },
      limits.milliseconds + CONNECT_SECONDS * 1000 + GRACE,
    );
  });
  try {
    const { result, fault, takenAt } = await Promise.race([fetchAll(sql, query, numbered, limits), late]);
    return { results: result ? [result] : [], ...(fault && { fault }), ...(takenAt && { takenAt }) };
  } catch (error) {
    const unreached = connectionFault(error);
    if (unreached) return { results: [], unreached };
    return { results: [], fault: queryFault(error, numbered) };
  } finally {
    clearTimeout(timer);
    await sql.end({ timeout: 1 });
  }
}
