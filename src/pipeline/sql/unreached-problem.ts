/** A database that could not be asked, told without a part of its address. */
import type { Problem } from '../problem.ts';
import type { ConnectionFault } from './postgres-fault.ts';

export interface Unreached {
  /** File that names the database. */
  readonly list: string;
  /** Of the source. */
  readonly id: string;
  /** Variable of the environment. */
  readonly database: string;
}

type Words = (variable: string) => Pick<Problem, 'code' | 'message' | 'hint' | 'expected'>;

const FORM = 'postgres://user:password@host:5432/database';

const WORDS: Readonly<Record<ConnectionFault | 'variable', Words>> = {
  variable: (name) => ({
    code: 'database-not-named',
    message: `The environment does not say where the database is: ${name} is not set.`,
    expected: FORM,
    hint: `Set ${name} in the shell that runs this, and in no file of the project.`,
  }),
  address: (name) => ({
    code: 'database-address',
    message: `What ${name} holds is not the address of a PostgreSQL database.`,
    expected: FORM,
    hint: 'Signs with a meaning in addresses are written with "%": "@" in a password is %40. No other database is connected; export a file from it.',
  }),
  login: (name) => ({
    code: 'database-login',
    message: `The database refuses the user or the password in ${name}.`,
    hint: 'Correct them, or ask for access: reading the tables of the query is enough.',
  }),
  database: (name) => ({
    code: 'database-unknown',
    message: `The server has no database of the name in ${name}.`,
    hint: 'Correct the last part of the address.',
  }),
  certificate: (name) => ({
    code: 'database-certificate',
    message: `The server in ${name} offers no TLS, or a certificate that is not vouched for.`,
    expected: 'TLS with a certificate for its name; it is left out only for a database on this machine',
    hint: 'Give Node the certificate of your own authority with NODE_EXTRA_CA_CERTS, or reach the database through a tunnel that ends on this machine.',
  }),
  unreachable: (name) => ({
    code: 'database-unreachable',
    message: `The server in ${name} does not answer, or broke off.`,
    hint: 'Check host and port, and whether this machine may reach it.',
  }),
};

export function unreachedProblem(why: ConnectionFault | 'variable', { list, id, database }: Unreached): Problem {
  return { file: list, field: `sources[${id}].query.database`, ...WORDS[why](database) };
}
