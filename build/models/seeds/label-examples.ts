import type { TextRow } from '../recipes.ts';
import { labelsOf } from '../recipes.ts';

/**
 * What customers write under a label whose training rows often show only one side of it: as `review`, requests to leave one, but not the reviews
 * themselves. Own sentences, added where the label occurs in the rows to be learned.
 */
const examples: Record<string, string> = {
  review: `
    great product works as advertised
    absolutely love it
    very nice quality for the price
    not worth the money
    worst purchase ever
    five stars from me
    the material feels cheap
    good value, fast delivery
    i was disappointed with the quality
    exactly what i was looking for
    does what it says
    broke after two weeks of use
    my kids love this toy
    would recommend to anyone
    will not buy again
    would definitely buy again
    okay product, nothing special
    colour is different from the picture
    looks just like the photos, very happy
    the staff were friendly and solved my problem quickly
    customer service was rude and slow
    support was excellent from start to finish
    superb
    awesome
    amazing product
    terrible experience
    bad quality
    it is ok for this price
    value for money
    just perfect
    loved the packaging
    arrived late and damaged
    the wrong size was delivered
    i got a defective piece
    battery life is really good
    sound quality could be better
    the fabric is soft and comfortable
    fits perfectly and looks stylish
    too small, had to give it away
    easy to use and easy to clean
    stopped working within a month
    nice one
    good
    best product i have ever bought
    simply the best service
    super fast shipping, well packed
    pathetic service
    waste of money
    highly recommended
    happy with my purchase
    very bad product, do not buy
    so so
    average quality
    decent product at a fair price
    it looks good but does not last
    the delivery man was polite
    delivered before time, thank you
    fantastic quality, my wife is very happy
    totally satisfied
    completely useless product
    the app is great and simple
    the website is confusing and slow
    the assistant gave me quick and clear answers
    the virtual assistant did not understand anything
    the bot kept giving the same useless reply
    i am impressed with how well it works
    this exceeded what i hoped for
    below my expectations
    i have used it for a month and it is still like new
    smells nice and lasts all day
    taste is great
    size and colour as described
    as described
    no complaints so far
    only complaint is the noise
    great customer care team
    they went out of their way to help me
    never had a better experience
    i would give zero stars if i could
    love the design
    heavy and bulky but does the job
    good but a bit expensive
    beautiful product
    genuine product, good seller
    fake product, cheated
    cheap and best
    works fine
    not bad
    not good
    nothing to complain about
    excellent build quality and great finish
    the instructions were unclear
    screen is bright and clear
    camera is not that good
    thanks to the team for the quick solution
    an incomplete order was delivered
    missing parts in the box
  `,
};

/** The rows with our own examples of the labels that occur in them. */
export function withOwnExamples<T extends TextRow>(rows: readonly T[]): (T | TextRow)[] {
  const labels = new Set(rows.flatMap(labelsOf));
  const own = Object.entries(examples).flatMap(([label, list]) =>
    labels.has(label)
      ? list
          .split('\n')
          .map((text) => text.trim())
          .filter(Boolean)
          .map((text): TextRow => ({ text, label }))
      : [],
  );
  return [...rows, ...own];
}
