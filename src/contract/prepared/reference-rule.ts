import type { AnswerPlace, MemberPlace } from './member-place.js';

/** A place of what excuses; `pattern`: where it is a text that fits it. */
export interface ExcusePlace extends MemberPlace {
  pattern?: string;
}

/** A rule about values of a request that belong together; documented in `openapi/README.md` under `x-refers`. */
export interface ReferenceRule extends AnswerPlace {
  /** Further places of such values. */
  also?: AnswerPlace[];
  /** Pattern of the names of the models that it is for. */
  models?: string;
  /** Each value is one of those that stand in one of these places. */
  to?: MemberPlace[];
  /** Whether that is before it. */
  before?: boolean;
  /** Whether it is after it, one for each value, in what is not the last item. */
  after?: boolean;
  /** Whether there are no more equal values than there are of those. */
  once?: boolean;
  /** No value comes twice in the body, or in one item of the outermost list. */
  distinct?: 'body' | 'item';
  /** How many values there may be in all; 0: none, whatever it is. */
  most?: number;
  /** Each value that is a number is no smaller, and a list no shorter. */
  least?: number;
  /** These words of the values, which have them there, come in this order, those of all places one after the other; absent is the last word. */
  falling?: { at: string; words: string[] };
  /** Only the value that is last in each list that it is in counts. */
  last?: boolean;
  /** Each value fits this pattern. */
  pattern?: string;
  /** Each value is a JSON Schema that is strict: closed in each object, or complete, too; or that describes what it requires, and the items of each list. */
  strict?: 'closed' | 'complete' | 'described';
  /** Not where the request has one of these: what is referred to may be elsewhere. */
  unless?: ExcusePlace[];
  /** Each text is a medium. */
  medium?: MediumRule;
  /** What it must be, in words; of a medium its forms say it. */
  message?: string;
}

/** `x-medium` of a text of a request (`openapi/README.md`). */
export interface MediumRule {
  of: 'image' | 'audio' | 'video';
  as: string[];
  type?: string;
}
