/**
 * The same keys with words of another language. Chinese has one plural form (`_other`); a language with two adds `_one` to each such key,
 * and the compiler asks for it.
 */
export type Translated<Words> = {
  [Key in keyof Words]: Words[Key] extends string ? string : Translated<Words[Key]>;
} & { [Key in keyof Words as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]: string };
