/** What shops of any kind are asked in English, by subject: a few ways to ask, parted by `|`. */
export const subjectQuestionsEn: Readonly<Record<string, string>> = {
  'dispatch-time':
    'when will my order ship|how soon do you dispatch|does it ship today|how long before you send it|order processing time',
  'delivery-time':
    'how long does delivery take|when will it arrive|delivery time to my city|how many days until I get it|estimated arrival',
  'where-is-it': 'where is my order|track my package|where has my parcel got to|status of my order',
  'tracking-stuck':
    'tracking has not moved|tracking is stuck|no movement on my parcel for days|tracking not updating',
  'shipping-fee':
    'how much is shipping|is delivery free|minimum order for free shipping|postage costs|extra charge for remote areas',
  carrier: 'which courier do you use|can I choose the carrier|do you use DHL|who delivers the parcels',
  'express-option':
    'is there express delivery|next day delivery|pay more to get it sooner|I need it urgently',
  abroad: 'do you deliver abroad|international shipping|can you send it overseas|do I have to pay customs',
  'delivery-place':
    'do you deliver to the door|can it be left at a pick-up point|parcel locker delivery|carry it up the stairs',
  'delivery-slot':
    'can I choose a delivery date|deliver on Saturday|evening delivery|send it later, I am away',
  'not-received':
    'marked delivered but I have not got it|parcel is lost|delivered but not here|somebody took my parcel',
  damaged: 'it arrived damaged|the parcel was crushed|broken in transit|it came in pieces',
  missing: 'an item is missing|part of my order did not come|something was left out|incomplete order',
  'wrong-item':
    'I got the wrong item|wrong colour was sent|this is not what I ordered|you sent a different model',
  'change-address':
    'change the delivery address|I gave a wrong address|send it somewhere else|wrong phone number on the order',
  'change-item':
    'change the size before it ships|I picked the wrong size|change the colour of my order|add something to my order',
  cancel: 'cancel my order|I do not want it any more|how to cancel a purchase|ordered by mistake',
  unpaid: 'unpaid order|how long is an unpaid order kept|can I still pay for it|order expired before I paid',
  'order-confirm':
    'did my order go through|no confirmation email|I paid but see no order|cannot find my order',
  combine: 'combine two orders|ship my orders together|one parcel for both orders',
  'gift-wrap': 'gift wrapping|can you add a card|send it as a gift without the price|wrap it please',
  bulk: 'bulk order discount|wholesale price|order for our company|large quantities|put our logo on it',
  preorder: 'when does a preorder ship|is the deposit refundable|pay the balance',
  restock: 'when will you restock|will my size come back|notify me when available|more stock coming',
  'stock-check':
    'is it in stock|do you have this available|is the stock shown right|it says in stock but I cannot order',
  oversold:
    'you cancelled my order because it sold out|paid and then told no stock|why sell what you do not have',
  'payment-methods':
    'how can I pay|do you accept paypal|which cards do you accept|cash on delivery|pay by bank transfer',
  'payment-failed': 'payment failed|my card was refused|checkout does not work|cannot complete the payment',
  'charged-twice': 'charged twice|double payment|money was taken two times',
  installments: 'pay in instalments|buy now pay later|monthly payment plan',
  invoice: 'how do I get an invoice|receipt for my expenses|invoice with company name|can you send a bill',
  'vat-invoice': 'VAT invoice|tax invoice with VAT number|special tax invoice',
  'invoice-wrong': 'invoice has the wrong name|correct my invoice|mistake on the receipt',
  'invoice-late': 'I have not got my invoice|when will the invoice come|invoice email never arrived',
  'coupon-fails':
    'discount code does not work|coupon is not accepted|promo code invalid|voucher was not applied',
  'coupon-get':
    'do you have any discounts|how do I get a coupon|new customer offer|first order discount|student discount',
  'price-drop':
    'the price fell after I bought it|refund the price difference|price guarantee|it is cheaper now than when I ordered',
  haggle: 'can you make it cheaper|best price|when is the next sale|any promotion on this',
  'price-differs':
    'price is different at checkout|the price shown is not what I was charged|advertised price',
  points: 'how do reward points work|spend my points|do points expire|points are missing',
  membership: 'how do I join the membership|benefits of membership|reach the next tier|loyalty programme',
  birthday: 'birthday discount|birthday gift|a treat for my birthday',
  'gift-card': 'use a gift card|gift card balance|can gift cards be refunded',
  samples: 'free gifts with an order|do you send samples|my free gift was missing|try before I buy',
  review: 'reward for a review|points for feedback|cash for a rating',
  'return-window':
    'how many days to return|return policy|too late to return|can I return something I tried on|return without tags|opened items',
  'return-how':
    'how do I return something|where do I send the return|start a return|return label|collect my return',
  'return-freight': 'who pays for return postage|is the return free|cost of sending it back',
  'return-refused': 'my return was refused|why was my return not accepted|return declined by the warehouse',
  'return-undo': 'cancel my return|I want to keep it after all|withdraw a return request',
  exchange:
    'how to exchange|swap for another size|exchange for a different colour|how long does an exchange take',
  'exchange-out': 'size I want in exchange is sold out|the colour for my exchange is not available',
  'refund-when':
    'when do I get my refund|how long does a refund take|refund not received|still waiting for my money',
  'refund-where': 'where does the refund go|refund to my card or wallet|refund to the same account',
  'refund-amount':
    'refund is less than I paid|not refunded in full|do I get my coupon back|partial return discount lost',
  defect: 'poor quality|it broke after a few days|the seam came apart|the zip is stuck|colour washes out',
  'does-not-work': 'it does not work|it will not turn on|does not charge|stopped working',
  warranty: 'how long is the guarantee|warranty period|what does the warranty cover|out of warranty',
  repair: 'can you repair it|repair cost|how long does a repair take|send it in to be mended',
  parts: 'spare parts|can I buy a replacement part|just the lid|order a new strap',
  size: 'what size should I take|size for my height and weight|does it run small|size chart|between two sizes',
  'shoe-size': 'do the shoes run large|which shoe size|wide feet',
  'small-sizes': 'hat size|glove size|belt length',
  length: 'how long are the legs|waist measurement|length of the skirt|inside leg',
  layers: 'room for a jumper underneath|can I wear it under a coat|layering',
  material: 'what is it made of|is it pure cotton|composition|where is it made|is it sustainable',
  care: 'how do I wash it|is it machine washable|can I tumble dry it|washing instructions',
  shrink: 'will it shrink|does it pill|does the colour run',
  'care-leather': 'how to look after leather|leather got wet|the leather is cracking',
  waterproof: 'is it waterproof|can I wear it in the rain|it lets water in|renew the waterproofing',
  warmth: 'is it warm enough|good for winter|below zero|lowest temperature|how thick is it',
  itchy: 'does it itch|is it scratchy on the skin|allergic to wool',
  smell: 'it smells|strong odour when new|how do I get rid of the smell',
  'colour-differs': 'colour looks different in real life|not like the picture|different shade from the photo',
  weight: 'how heavy is it|how big is it|how much does it hold|dimensions',
  difference: 'what is the difference between them|which one is better|compare these two',
  recommend: 'what do you recommend|a present for my friend|good for beginners|your best seller',
  capacity: 'big enough for a week|what size of bag for a trip|how many days of clothes',
  manual: 'instructions|how do I use it|how do I put it together|is there a video',
  genuine: 'is it genuine|how do I know it is original|are you an authorised seller',
  expiry: 'expiry date|shelf life|how long does it keep once opened',
  safety: 'is it safe for children|safe in pregnancy|is it toxic',
  hours: 'when is customer service available|opening times|do you work at weekends|when can I reach somebody',
  person: 'speak to a person|contact customer service|give me your phone number|talk to an agent',
  waiting: 'nobody answers me|how long is the queue|waiting for a reply for ages',
  complaint: 'I want to complain|speak to the manager|bad service',
  promise: 'I was promised something|the agent said I would get compensation|you did not keep your word',
  'sign-in': 'cannot sign in|forgot my password|the code does not arrive|account locked',
  'account-data': 'change my email|update my phone number|change my name|edit my profile',
  'account-delete': 'delete my account|close my account|erase my data',
  privacy: 'is my data safe|who sees my personal information|what data do you keep',
  adverts: 'unsubscribe|stop sending me messages|turn off notifications',
  stores: 'do you have a shop I can visit|where is your store|can I collect it myself',
  company: 'who are you|where is your company|how long have you been in business',
  'page-trouble': 'website does not load|page is frozen|pictures do not show|app crashes',
  'trade-in': 'trade in|do you take old ones back|what do I get for my old one',
  installation: 'do you install it|installation cost|when does the fitter come',
  compensation: 'compensation for late delivery|what do I get for the delay|make it up to me',
  jobs: 'are there jobs|work with you|become a reseller|partnership',
};
