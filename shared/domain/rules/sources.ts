/** Sources that several rules share. We did not have the 2011 protocol or the 4th edition of DPICS. */
export const DPICS_3 = 'DPICS, 3rd edition (draft 3.07, 2009)';
export const DPICS_3_AND_TC = `${DPICS_3}; UC Davis abridgement (DPICS-TC)`;
export const NC_PROGRAM = 'NC Child Treatment Program, citing DPICS, 4th edition (2013)';
export const PROTOCOL_2011 = 'PCIT protocol (2011), as secondary sources report it';
/** For a value taken to be the published one, though no source that we could open confirms it. */
export const ASSUMED =
  'A design assumption about the PCIT protocol (2011), in number and denominator; no source that we could open confirms it';
export const TRAINING_QUIZ = 'PCIT trainers’ quizzes, after the 2011 protocol';
export const TPICS = 'Barnett, Niec and Acevedo-Polakovich (2014)';
