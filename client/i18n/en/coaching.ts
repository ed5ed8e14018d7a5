/** How the coach coached, in words for the clinic. */
export const words = {
  none: 'nothing yet',
  look: { below: 'below', above: 'above', within: 'in range' },
  range: { between: '{{from}} to {{to}}', atMost: 'up to {{to}}' },
  perMinute: { label: 'Statements per minute', value: '{{digits}}' },
  responsiveShare: { label: 'Responsive share', value: '{{digits}}%' },
  correctiveToPraise: { label: 'Corrections per labeled praise', value: '{{digits}}' },
  medianLagMs: { label: 'Time until the coach responds to a skill', value: '{{digits}} s' },
  answeredShare: { label: 'Skills responded to within {{answerSeconds}} s', value: '{{digits}}%' },
  reuseShare: { label: 'Skill used again within {{reuseSeconds}} s', value: '{{digits}}%' },
  longestSilenceMs: { label: 'Longest time without a statement', value: '{{digits}}' },
  talkOverMs: { label: 'Microphone on while someone in the room spoke', value: '{{digits}}' },
} as const;
