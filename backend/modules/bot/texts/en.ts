import type { TextKey } from './zh.ts';

/** What the bot says in English; the same keys as in Chinese, and equally at home. */
export const en: Record<TextKey, readonly [string, ...string[]]> = {
  intro: ['I’m the {shop} assistant, a bot.'],
  greeting: [
    'Hello, I’m the {shop} assistant, a bot. Ask me about orders, returns, or what to buy.',
    'I’m here. Orders, returns, choosing something: just ask.',
    'Yes, go ahead.',
  ],
  'greeting.known': [
    'Hello {name}, I’m the {shop} assistant, a bot. Ask me about orders, returns, or what to buy.',
    'I’m here, {name}. Go ahead.',
    'Yes, go ahead.',
  ],
  identity: [
    'I’m the {shop} assistant: a bot, not a person. I can do simple things right away; if you’d rather talk to someone, tap below.',
    'I’m a bot. If you want a person, just say so.',
  ],
  thanks: ['You’re welcome. Anything else, just ask.', 'My pleasure.', 'You’re welcome.'],
  praise: ['That’s lovely to hear, thank you! I’ll pass it on.', 'Thank you, that’s good to know.'],
  goodbye: ['Goodbye, and have a good day.', 'Bye. Come back any time.'],
  acknowledge: ['All right. Tell me if you need anything else.', 'Sure, take your time.', 'All right.'],
  'mood.sorry': ['I’m sorry about this.', 'Sorry, this shouldn’t be so hard.', 'Sorry for the trouble.'],
  'guess.order': ['I take it this is about your order.', 'This may be about your order.'],
  'unsure.ask': [
    'I’m not sure I follow. Which of these do you mean?',
    'I don’t want to guess wrong. Is it one of these?',
  ],
  'unsure.pick': ['Which of these do you mean?', 'Is it one of these?'],
  'unsure.beside': [
    'That’s beyond me, I only know about the shop. Can I help with one of these?',
    'I’m no good at that, but orders, returns and choosing something I can do.',
  ],
  'unsure.open': [
    'I didn’t understand that. Could you put it another way, or pick one below?',
    'Sorry, I didn’t get that. Is it about one of these?',
  ],
  'unsure.offer-person': [
    'I don’t have a good answer to that. Shall I get a person? Or try putting it another way.',
    'I still don’t follow, and I don’t want to waste your time. I can get a person if you like.',
  ],
  'choice.person': ['Talk to a person'],
  'choice.none': ['None of these'],
  'choice.again': ['Let me rephrase'],
  'choice.order-status': ['Where is my order'],
  'choice.return': ['Return or exchange'],
  'choice.recommend': ['Help me choose'],
  'choice.yes': ['Yes, do it'],
  'choice.no': ['Not now'],
  'confirm.again': ['Shall I go ahead with it, then?', 'Do you want me to do it now?'],
  'answered.again': ['You may have missed it above; in short: {answer}'],
  'sign-in.orders': [
    'I can share order details only with whoever placed the order. Please sign in at the top right of the shop page, then tell me here and I’ll look it up at once.',
    'An order number alone isn’t enough, I have to know it’s you: please sign in at the top right of the shop page and come back to me.',
  ],
  'sign-in.return': [
    'For a return I have to know it’s you: please sign in at the top right of the shop page, then tell me and I’ll do it.',
  ],
  'sign-in.still': [
    'I don’t see you signed in yet. If that’s not possible, I can get a person to check who you are.',
  ],
  'orders.none': ['There is no order under your account. Did you use another one?'],
  'orders.not-yours': [
    'I can’t find that number under your account. These are your latest orders, is it one of them?',
  ],
  'orders.which': ['Which order do you mean?', 'Is it one of these?'],
  'order.pending-payment': ['Order {number} isn’t paid yet; the warehouse starts once it is.'],
  'order.paid': [
    'Order {number} is paid and being prepared. It leaves by {promised} at the latest.',
    'Order {number} is being prepared and will leave by {promised}.',
  ],
  'order.paid.late': [
    'Order {number} is paid but hasn’t left yet, {late} later than we promised. That’s our fault.',
  ],
  'order.packed': ['Order {number} is packed and waiting for the courier.'],
  'order.packed.late': [
    'Order {number} is packed, but {late} later than promised it’s still not with the courier. That’s our fault.',
  ],
  'order.shipped': [
    'Order {number} is on its way with {carrier}, tracking number {tracking}. Latest: {step}',
  ],
  'order.shipped.late': [
    'Order {number} is with {carrier}, tracking number {tracking}, but it hasn’t moved for days (latest: {step}). That’s not normal.',
  ],
  'order.delivered': ['Order {number} is marked as delivered: {step}'],
  'order.returning': ['Order {number} is being returned or exchanged: {step}'],
  'order.refunded': ['Order {number} has been refunded.'],
  'order.cancelled': ['Order {number} is cancelled; what you paid goes back the way you paid it.'],
  'order.late.offer': [
    'Shall I get a person to chase it and talk about compensation?',
    'If you like I’ll get a person on it right now.',
  ],
  'order.asked-again': [
    'It’s still as I said, and that’s all I can see. I’ll get a person to chase it for you.',
  ],
  'choice.chase': ['Get a person on it'],
  'choice.wait': ['I’ll wait'],
  'return.which': ['Which order is it?'],
  'return.reason': [
    'I can set up a return or an exchange. May I ask the reason first?',
    'May I ask why it is going back?',
  ],
  'return.reason.fault': ['It’s faulty'],
  'return.reason.wrong-item': ['Wrong or missing item'],
  'return.reason.size': ['The size is wrong'],
  'return.reason.mind': ['I changed my mind'],
  'return.confirm.return': ['Order {number} can be returned, {fee}. Shall I register the return?'],
  'return.confirm.exchange': ['Order {number} can be exchanged, {fee}. Shall I register the exchange?'],
  'return.fee.none': ['we pay shipping both ways'],
  'return.fee.some': ['return shipping ¥{fee}'],
  'return.done.return': [
    'Done: order {number} is registered for return. Please send it within 7 days; we check it within {hours} hours of its arrival and refund within {days} working days after that.',
  ],
  'return.done.exchange': [
    'Done: order {number} is registered for exchange. Please send it back; we hold the new one for you for {hold} hours, check the parcel within {hours} hours of its arrival, and then send the new one.',
  ],
  'return.declined': ['All right, not now. Tell me whenever you want it done.'],
  'return.no.not-delivered': [
    'Order {number} hasn’t been delivered, so it can’t be returned yet. Before dispatch you can cancel it; on its way, return it once it arrives.',
  ],
  'return.no.window-over': [
    'Order {number} was delivered more than {days} days ago, past the return window. If there’s something special about it, a person can take a look.',
  ],
  'return.no.already-returning': ['Order {number} is already being returned; no need to register it again.'],
  'return.no.refunded': ['Order {number} has already been refunded.'],
  'return.no.cancelled': ['Order {number} is cancelled, there’s nothing to return.'],
  'return.none': ['There’s no delivered order under your account that could go back.'],
  'refund.open.return': [
    'The return of order {number} is registered. Once we have the parcel: checked within {hours} hours, refunded the way you paid within {days} working days after that.',
  ],
  'refund.open.exchange': [
    'Order {number} is registered for exchange; the new one leaves as soon as yours is back with us.',
  ],
  'refund.open.repair': ['Order {number} is registered for repair; you get it back as soon as it is mended.'],
  'refund.received': [
    'We have received the return of order {number}; the refund follows within {days} working days of the check.',
  ],
  'refund.done': [
    'Order {number} has been refunded. How soon you see it depends on your bank, usually within {days} working days.',
  ],
  'refund.cancelled': [
    'Order {number} is cancelled; the money goes back the way you paid, usually within {days} working days.',
  ],
  'refund.none': [
    'No order of yours is being refunded. If you want to return something, I can register it now.',
  ],
  'cancel.which': ['Which order shall I cancel?'],
  'cancel.confirm': ['Cancel order {number} ({title}, ¥{total})? The money goes back the way you paid.'],
  'cancel.done': ['Order {number} is cancelled; ¥{total} goes back the way you paid.'],
  'cancel.too-late': [
    'Order {number} is already {state}, I can’t stop it. I’ll get a person to try; if it can’t be stopped, you can return it when it arrives.',
  ],
  'change.too-late': [
    'Order {number} is already {state}, so size and colour can’t be changed any more. I’ll get a person to try to stop it; if that fails, you can exchange it when it arrives.',
  ],
  'cancel.none': ['There’s no order of yours that can still be cancelled.'],
  'state.packed': ['packed'],
  'state.shipped': ['on its way'],
  'address.how': [
    'Order {number} isn’t packed yet, so you can change the address yourself: open it in “My orders” and choose “Change address”. Or type the new address, name and phone number here, and I’ll have a person do it.',
  ],
  'address.taken': [
    'Thank you, I have the new address. Order {number} isn’t packed yet: I’m getting a person to change it now, who will tell you here.',
  ],
  'address.missing': ['The address you sent still lacks {parts}; please add it when you change it.'],
  'address.part.street': ['the street'],
  'address.part.number': ['the house number'],
  'address.too-late': [
    'Order {number} is already {state}; only a person can have the address changed now. I’ll hand you over.',
  ],
  'address.none': ['None of your orders is still on its way.'],
  'recommend.kind': ['What kind of thing are you after?', 'What shall we look at?'],
  'recommend.need': ['What will you mostly use it for?', 'Where will you use it most?'],
  'recommend.here': ['From what you said, these fit:\n{list}', 'I would look at these:\n{list}'],
  'recommend.none': ['Nothing in stock fits that. Shall we relax it a little, or look at something else?'],
  'recommend.need.hiking': ['Hiking'],
  'recommend.need.camping': ['Camping'],
  'recommend.need.commute': ['Commuting'],
  'recommend.need.travel': ['Travel'],
  'recommend.need.gift': ['A gift'],
  'recommend.need.warm': ['Keeping warm'],
  'recommend.need.casual': ['Every day'],
  'recommend.need.rain': ['Rain'],
  'recommend.need.light': ['It must be light'],
  'recommend.need.office': ['The office'],
  'why.for': ['good for: {uses}'],
  'why.other-size': ['the same in another size, in stock'],
  'why.other-colour': ['the same in another colour, in stock'],
  'why.in-stock': ['the same, in stock'],
  'why.alternative': ['in place of the {product}'],
  'why.goes-with': ['goes with the {product}'],
  'why.bought-together': ['often bought with the {product}'],
  'why.spoken-of': ['fits what you said'],
  'why.viewed': ['you looked at it lately'],
  'why.popular': ['a favourite'],
  'why.new': ['new in'],
  'product.which': ['Which product do you mean? Give me its name, or pick one below.'],
  'product.price': ['{title}: ¥{price} at the moment.', '{title}: ¥{price}.'],
  'product.stock': ['{title}, in stock now: {list}.'],
  'product.stock.variant': ['{title} in {variant}: in stock, {stock} left.'],
  'product.stock.variant-none': ['{title} in {variant}: sold out at the moment. In stock: {list}.'],
  'product.stock.none': ['{title}: sold out altogether, I’m afraid. These could take its place.'],
  'product.attribute': ['{title} – {name}: {value}.'],
  'product.about': ['{title}: {description}'],
  'complaint.hear': [
    'We got this wrong, and I’m sorry. Let me understand: what exactly happened?',
    'I’m sorry it went like this. Can you tell me what happened?',
  ],
  'complaint.late': [
    'I can see that order {number} is {late} later than promised. That’s our fault and I’m sorry. What would you like us to do?',
  ],
  'complaint.which-order': ['Understood. Which order is it about?', 'Noted. Which order was that?'],
  'complaint.person': [
    'I’m sorry about this. I’ve noted all of it, and a person should settle it: I’m handing you over now, and you won’t have to repeat anything.',
    'I see, and I’m sorry. I’m getting a person now; they can read everything you wrote.',
  ],
  'handoff.asked': [
    'Of course, I’m getting a person. They can read what you wrote, so there’s no need to repeat it.',
    'Sure, a person is coming.',
  ],
  'handoff.anger': [
    'I’m truly sorry. No more going round in circles with a bot: I’m getting a person now, who can read everything above.',
    'You have every reason to be angry, and I’m sorry. A person takes over now.',
  ],
  'handoff.falling-mood': ['I can see I’m not helping, sorry. A person will carry on from here.'],
  'handoff.bot-failed': ['I couldn’t help, and I won’t keep you any longer: I’m getting a person.'],
  'handoff.sensitive': [
    'This is important and not for a bot to answer. I’m getting a person right away.',
    'A person has to take care of this. I’m handing you over now.',
  ],
  'handoff.predicted': [
    'This step needs a person. I’m handing you over; there’s no need to repeat anything.',
  ],
  'returned.offer': [
    'What my colleague arranged is above. If it isn’t solved, I can get a person again.',
    'If that didn’t work out, tell me and I’ll get a person again.',
  ],
  resume: ['Back to where we were: {question}', 'And the other thing is still open: {question}'],
  'trouble.sorry': [
    'That’s our fault, and I’m sorry.',
    'I’m sorry, it shouldn’t have reached you like that.',
  ],
  'orders.others': [
    'I can tell that only to the person who ordered: please have them sign in and ask. If that’s difficult, a person can check who you are first.',
  ],
  'order.delivered.missing': [
    'Order {number} is marked as delivered: {step}. Please check the pick-up point, the concierge and your neighbours first; if it isn’t there, a person will ask the carrier for proof of delivery, and a new parcel or a refund is on us.',
  ],
  'choice.look-first': ['I’ll look first'],
  'choice.kind.return': ['Return for a refund'],
  'choice.kind.exchange': ['Exchange it'],
  'choice.kind.repair': ['Free repair'],
  'choice.as-return': ['Return it instead'],
  'return.fault.choose': [
    'If something turns out faulty within {days} days of delivery, you can choose a return, an exchange or a repair; we pay shipping both ways. Which would you like?',
  ],
  'return.confirm.exchange-to': [
    'Order {number} can be exchanged for {to}, in stock now, {fee}. Shall I register the exchange?',
  ],
  'return.done.repair': [
    'Done: order {number} is registered for repair. Please send it within 7 days; it comes back mended in {from} to {to} working days.',
  ],
  'exchange.which': ['{title}: you have {variant}. What would you like to exchange it for?'],
  'exchange.gone': [
    '{title} in {variant} is sold out, so I can’t exchange it for that. In stock: {list}. One of these, or a return?',
  ],
  'repair.confirm.free': [
    'Order {number} is within its {months}-month warranty, so the repair is free; it comes back in {from} to {to} working days. Shall I register the repair?',
  ],
  'repair.confirm.paid': [
    'Order {number} is past its {months}-month warranty. We still repair it, from ¥{fee}: a quote first, work only after your yes, back in {from} to {to} working days. Shall I register the repair?',
  ],
  'size.ask': ['Tell me your height and weight and I’ll look it up in our size chart.'],
  'size.here': ['For {body} our size chart says {size} ({from}–{to} cm, {least}–{most} kg).'],
  'size.also': ['{size} fits as well: take {size} for a close fit, {larger} to wear layers underneath.'],
  'size.fit': ['Fit of the {title}: {fit}.'],
  'size.none': [
    '{body} is outside our size chart; the product page has flat measurements to compare. If you’re unsure, a person can look with you.',
  ],
  'compare.here': [
    'Side by side:\n{list}\nWhich one shall I show you?',
    'Compared:\n{list}\nWhich one would you like to see?',
  ],
  'compare.sold-out': ['sold out now'],
  'product.not-sold': ['We don’t sell that. What we have: {list}. Shall I help you choose something?'],
  'recommend.need.laptop': ['A laptop'],
  'recommend.need.running': ['Running'],
  'recommend.need.summer': ['Summer'],
  'recommend.need.winter': ['Winter'],
  'handoff.closed': [
    'Our people are off right now; they’re here every day from {from}:00 to {to}:00. You’re in the queue, and they’ll answer here in turn once they’re back; feel free to add anything in the meantime.',
  ],
  'hours.here': [
    'Our people are here every day from {from}:00 to {to}:00. I’m here the rest of the time and can look things up and register them.',
  ],
  'several.left': ['I’m not sure about “{question}”. I can get a person to answer that one.'],
  'list.more': ['{count} in all'],
  'duration.hours': ['{count} hours'],
  'duration.days': ['{count} days'],
};
