/** What authors have in MDX without an import. */
import Answer from './Answer.astro';
import Answers from './Answers.astro';
import Backlog from './Backlog.astro';
import CheckCode from './CheckCode.astro';
import Cell from './Cell.astro';
import Claims from './Claims.astro';
import Exclusions from './Exclusions.astro';
import Fact from './Fact.astro';
import Figure from './Figure.astro';
import FindingsList from './FindingsList.astro';
import Given from './Given.astro';
import Holds from './Holds.astro';
import Inspected from './Inspected.astro';
import Ledger from './Ledger.astro';
import Note from './Note.astro';
import Open from './Open.astro';
import ProofStrip from './Strip.astro';
import Readings from './Readings.astro';
import Refused from './Refused.astro';
import RiskBoundaries from './RiskBoundaries.astro';
import RivalReadings from './RivalReadings.astro';
import Roi from './Roi.astro';
import RoiBench from './RoiBench.astro';
import RoiTeaser from './RoiTeaser.astro';
import RunbookMap from './RunbookMap.astro';
import Section from './Section.astro';
import Sources from './Sources.astro';
import Stated from './Stated.astro';
import StatedNumbers from './StatedNumbers.astro';
import Value from './Value.astro';
import Verified from './Verified.astro';
import VerifyYourself from './VerifyYourself.astro';

export const components = {
  Answer,
  Answers,
  Backlog,
  CheckCode,
  Claims,
  Exclusions,
  Fact,
  Figure,
  FindingsList,
  Given,
  Holds,
  Inspected,
  Ledger,
  Note,
  Open,
  ProofStrip,
  Readings,
  Refused,
  RiskBoundaries,
  RivalReadings,
  Roi,
  RoiBench,
  RoiTeaser,
  RunbookMap,
  Section,
  Sources,
  Stated,
  StatedNumbers,
  Value,
  Verified,
  VerifyYourself,
};

/** What a page is drawn with: a fenced block becomes a cell without its author writing one. */
export const pageComponents = { ...components, Cell };
