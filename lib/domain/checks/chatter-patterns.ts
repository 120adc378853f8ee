/**
 * Ways of speaking to or about the other agents in place of the matter: one list per language. A conversation, a game or a sport has
 * turns and rounds too, so those count only where somebody argues in them.
 */
export const chatterPatterns: readonly RegExp[] = [
  // English
  /\b(?:agree\w*|concur\w*|disagree\w*) with (?:the |my |what the |that |this )?(?:(?:previous|prior|preceding|other|last|first|second|earlier|fellow|next) )*(?:agents?|deliberators?|round|turn)\b/iu,
  /\bI (?:(?:fully|mostly|largely|partly|strongly|completely|also|respectfully) )*(?:dis)?agree(?: with (?:the (?:above|previous|prior|current|existing|earlier|assessment|analysis|refiner)|this (?:assessment|analysis|reasoning)|that assessment|what (?:was|has been) said)\b|(?=\s*[.,;:!]| that (?:the|this|clause)))/u,
  /\bI (?:concur|second (?:this|that|the)|have nothing (?:more |further |else )?to add|would (?:also )?add that|would like to add|accept the revision|propose (?:that we|to (?:revise|add|replace))|revise (?:the|my)|stand by my|withdraw my)\b/u,
  /\bthe (?:(?:previous|prior|preceding|other|last|first|second|earlier|fellow|next|initial) )+(?:agent|deliberator)s?\b/iu,
  /\b(?:previous|prior|preceding|last|earlier|first|second) (?:round|turn),? (?:(?:already|rightly|wrongly|only|correctly) )*(?:argue[sd]?|miss(?:es|ed)|overlook(?:s|ed)|cover(?:s|ed)|add(?:s|ed)|establish(?:es|ed)|conclude[sd]?|raise[sd]?|we|I|the agents?|it was (?:said|argued|agreed|noted|established|decided)|bo|ada)\b/iu,
  /\b(?:as|like|which) (?:(?:the|my|our) )?(?:(?:other|previous|prior|fellow) )*(?:agent|colleague|co-agent|counterpart)s? (?:\w+ )?(?:said|says|noted|notes|pointed|points|argued|argues|mentioned|observed|stated|explained|put it|wrote)\b/iu,
  /\b(?:said|noted|mentioned|argued|stated|established|raised|agreed|added|introduced) (?:by|in) (?:the |my )?(?:previous|prior|last|earlier|other|first|second|preceding|initial) (?:agent|turn|round|thought)\b/iu,
  /\b(?:thanks|thank you)(?: to (?:my|the) (?:(?:fellow|other|previous) )?(?:agent|colleague)s?)? for (?:the|your|this|that) (?:\w+ )?(?:input|revision|analysis|feedback|point|contribution|correction|clarification|draft|insights?)\b/iu,
  /\b(?:my|our) (?:(?:fellow |co-?)?(?:agent|colleague|peer|counterpart)s?\b|(?:previous|earlier|last|initial|first) (?:turn|thought|round|revision|analysis|draft|verdict)\b|verdict is\b|vote is\b|revision (?:adds|corrects|replaces)\b)/iu,
  /\b(?:we|the agents|all agents|both agents|(?:the )?other agents?|two agents) (?:(?:have|has|had|all|both|now|already|should|can|must|seem to) )*(?:agree\w*|reach\w* (?:a )?consensus|deliberat\w*|concur\w*|converge\w*)\b|\b(?:conclude|end|close) the deliberation\b/iu,
  /\b(?:this|our|the) deliberation (?:has|is|can|should|may|seems|shows|concludes|reached|so far)\b|\bround \d+ of (?:the|this|our) deliberation\b|\bin round (?:\d+|one|two|three),? (?:we|I|the agents?|ada|bo|it was)\b/iu,
  /\b(?:thought |thoughts )?t\d+\.\d+\b/iu,
  /\bconsensus (?:has been |was |is )?(?:reached|achieved|among (?:the |all )?agents)\b|\bas (?:the )?(?:refiner|(?:initial|second|first|critic) agent)\b|^(?:verdict|vote)\s*:\s*(?:agree|revise|keep)/iu,
  /\bno (?:further|more|additional) (?:revisions?|thoughts?|deliberation|rounds?) (?:is|are|seems?|needed|necessary|required)\b|\bnothing (?:further |more |else )?to (?:add|revise) (?:to|here|in)\b|\b(?:I|we) (?:have )?no (?:further )?(?:objections?|additions)\b/iu,
  /\b(?:the|all|these) (?:current|existing|previous|prior|earlier) thoughts? (?:(?:already|all|list|chain|so far) )*(?:are|is|cover\w*|capture\w*|address\w*|miss\w*|overlook\w*|should be (?:kept|replaced|revised))\b/iu,
  /\bbuilding on (?:the |what )?(?:previous|earlier|prior|(?:ada|bo)['’]s|was said)\b|\bagent (?:\d|(?:one|two|three) (?:is|has|said|says|argues|missed|points))\b|\bI (?:would|will|['’]d) (?:revise|keep|remove|replace|reword|add) (?:the |a |an |one |another )?(?:\w+ )?thoughts?\b|\badding (?:a|one|another) thought\b/iu,
  /\bAgent [A-D]\b/u,
  // German
  /\b(?:ich stimme|stimme ich|wir stimmen)\b[^.!?]{0,80}\b(?:zu|überein)\b|\bich (?:schließe mich|habe nichts hinzuzufügen|widerspreche (?:dem|der))\b/iu,
  /\b(?:vorherige|vorige|vorangegangene|andere|erste|zweite|letzte)[rnms]? agent\w*|\b(?:in der|die) (?:vorherigen?|vorigen?|letzten?) runde (?:wurde|haben|hat|war)\b|\b(?:mein|meine|der|die|beide|alle)[rmn]? (?:kolleg\w+|agent\w*) (?:hat|haben|sagt\w*|meint\w*|weist|stimm\w*|schreib\w*|einigten|schlägt|übersieht)\b|\bwie (?:der agent|mein kollege|meine kollegin) (?:schon |bereits )?\w+/iu,
  // French
  /\bje (?:suis (?:tout à fait |entièrement |globalement )?d['’]accord|partage l['’](?:avis|analyse)|rejoins|n['’]ai rien à ajouter|souscris)|\bagents? précédents?\b|\b(?:l['’]autre|les autres|le premier|le deuxième|le second|cet) agents?\b|\b(?:au|du) (?:tour|round) précédent\b|\bmon collègue (?:a|l['’]a|indique|souligne|affirme)(?!\p{L})/iu,
  // Spanish
  /\best(?:oy|amos) (?:(?:totalmente|plenamente|completamente) )?de acuerdo con|\bcoincido con\b|\bno tengo nada (?:más )?que (?:añadir|agregar)|\bagentes? anterior(?:es)?\b|\b(?:el otro|los otros|los demás|ambos|todos los) agentes?\b|\b(?:ronda|turno) anterior,? (?:se|ya|el agente|dijimos)\b|\bmi colega (?:ha|ya|dijo|señal\w+)(?!\p{L})/iu,
  // Chinese
  /我(?:完全|基本|也)?(?:同意|赞同|赞成)(?:前|上|其他|另|该|这)|(?:前|上)一?(?:个|位|名)?(?:智能体|代理|轮讨论|轮发言)|(?:其他|另一(?:个|位)?|两(?:个|位))(?:智能体|代理)|没有(?:要|什么)?补充的?/u,
];
