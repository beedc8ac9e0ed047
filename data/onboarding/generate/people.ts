/** Invented people and companies. Mail addresses end in `.example`, which nobody can own. */
import type { Chance } from './chance.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
}

const GIVEN = [
  'Adaeze',
  'Anselm',
  'Beatriz',
  'Bhavna',
  'Casimir',
  'Delphine',
  'Dmitri',
  'Eleni',
  'Esteban',
  'Fatoumata',
  'Gideon',
  'Hanneke',
  'Ignatius',
  'Ingrid',
  'Jolanta',
  'Kavitha',
  'Lachlan',
  'Liesel',
  'Mahalia',
  'Mireille',
  'Naveen',
  'Nerys',
  'Oluwaseun',
  'Ottilie',
  'Pascale',
  'Priyanka',
  'Quentin',
  'Rosalind',
  'Santiago',
  'Saoirse',
  'Tadeusz',
  'Thandiwe',
  'Ulrike',
  'Valentina',
  'Wendeline',
  'Xiomara',
  'Yevgenia',
  'Zacharias',
  'Zoltan',
  'Ailbhe',
] as const;

const FAMILY = [
  'Abernethy',
  'Achterberg',
  'Balogun',
  'Brannigan',
  'Castellanos',
  'Choudhury',
  'Dellacroce',
  'Dvorak',
  'Eriksen',
  'Fitzwilliam',
  'Gallegos',
  'Guttmann',
  'Hathersage',
  'Iyengar',
  'Jankowski',
  'Kirkbride',
  'Kowalczyk',
  'Lindqvist',
  'Macalister',
  'Mbatha',
  'Nakagawa',
  'Novotny',
  'Okonkwo',
  'Ostrander',
  'Papadakis',
  'Quintanilla',
  'Rasmussen',
  'Ravenscroft',
  'Sandoval',
  'Szymanski',
  'Thorvaldsen',
  'Trevelyan',
  'Ueberroth',
  'Vandermeer',
  'Wickramasinghe',
  'Wolstenholme',
  'Yamaguchi',
  'Zabriskie',
  'Zielinski',
  'Zuckermann',
] as const;

const COMPANY_HEADS = [
  'amberfen',
  'birchgate',
  'coldwater',
  'dunmore',
  'eastreach',
  'fallowfield',
  'glasswing',
  'hollowoak',
  'ironvale',
  'juniperhill',
  'kestrelway',
  'larkspur',
  'millrace',
  'northquay',
  'oxbow',
  'pinecrest',
  'quarryside',
  'redfern',
  'saltmarsh',
  'tidewell',
  'umberline',
  'violetgrove',
  'westerley',
  'yarrowdale',
] as const;
const COMPANY_TAILS = ['dental', 'foods', 'freight', 'legal', 'optics', 'supply', 'tools', 'works'] as const;

/** Our own staff, by team; they stand in the exports as owners and assignees. */
const STAFF_DOMAIN = 'workspacehost.example';
export const SALES: readonly Person[] = staff([
  'Corwin Applegarth',
  'Imelda Brightwater',
  'Jorund Haverkamp',
  'Lucasta Pennyfeather',
  'Rufina Oyelaran',
]);
export const IMPLEMENTATION: readonly Person[] = staff([
  'Aurelio Featherstone',
  'Brunhilde Osgathorpe',
  'Ekaterina Luxembourg',
  'Temperance Vellacott',
]);
export const BILLING: readonly Person[] = staff([
  'Godfrey Zimmerling',
  'Philippa Arkwright-Lowe',
  'Shivani Desrochers',
]);
export const SUPPORT: readonly Person[] = staff(['Bartholomew Nyqvist', 'Clementine Ashgrove', 'Renske Uyterhoeven']);

function staff(names: readonly string[]): Person[] {
  return names.map((name) => ({ name, email: `${address(name)}@${STAFF_DOMAIN}` }));
}

function address(name: string): string {
  return name.toLowerCase().replace(/[^a-z]+/g, '.');
}

export interface Customer {
  readonly contact: Person;
  /** Where invoices go, when the customer has said so. */
  readonly invoiceEmail: string;
}

/** Distinct people at distinct companies. */
export function inventCustomers(chance: Chance, count: number): Customer[] {
  const companies = chance.shuffled(COMPANY_HEADS.flatMap((head) => COMPANY_TAILS.map((tail) => `${head}-${tail}`)));
  const names = chance.shuffled(GIVEN.flatMap((given) => FAMILY.map((family) => `${given} ${family}`)));
  return Array.from({ length: count }, (_, index) => {
    const [name, company] = [names[index], companies[index]];
    if (name === undefined || company === undefined) throw new RangeError('more customers than invented names');
    const mailbox = chance.pick(['accounts-payable', 'billing', 'finance', 'invoices', 'ap'] as const);
    return {
      contact: { name, email: `${address(name)}@${company}.example` },
      invoiceEmail: `${mailbox}@${company}.example`,
    };
  });
}
