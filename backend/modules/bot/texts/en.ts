import type { TextKey } from './zh.ts';

/** What the bot says in English; the same keys as in Chinese, and equally at home. */
export const en: Record<TextKey, readonly [string, ...string[]]> = {
  intro: ['I’m the assistant of {shop}, a bot.'],
  greeting: [
    'Hello, I’m the assistant of {shop}, a bot. Ask me about orders, returns, or what to buy.',
    'I’m here. Orders, returns, choosing something: just ask.',
    'Yes, go ahead.',
  ],
  'greeting.known': [
    'Hello {name}, I’m the assistant of {shop}, a bot. Ask me about orders, returns, or what to buy.',
    'I’m here, {name}. Go ahead.',
    'Yes, go ahead.',
  ],
  identity: [
    'I’m the assistant of {shop}: a bot, not a person. Simple things I can do at once; if you would rather talk to someone, tap below.',
    'I’m a bot. If you want a person, just say so.',
  ],
  thanks: ['You’re welcome. Anything else, just say.', 'My pleasure.', 'You’re welcome.'],
  praise: ['That’s lovely to hear, thank you! I’ll pass it on.', 'Thank you, that’s good to know.'],
  goodbye: ['Goodbye, and have a good day.', 'Bye. Come back any time.'],
  acknowledge: ['All right. Tell me if you need anything else.', 'Sure, take your time.', 'All right.'],
  'mood.sorry': ['I’m sorry for the worry.', 'Sorry, this shouldn’t be so hard.', 'Sorry for the trouble.'],
  'guess.order': ['I take it this is about your order.', 'This may be about your order.'],
  'unsure.ask': [
    'I’m not sure I follow. Which of these do you mean?',
    'I don’t want to guess wrong. Is it one of these?',
  ],
  'unsure.pick': ['Which of these do you mean?', 'Is it one of these?'],
  'unsure.open': [
    'I didn’t understand that. Could you put it another way, or pick one below?',
    'Sorry, I didn’t get that. Is it about one of these?',
  ],
  'unsure.offer-person': [
    'I can’t answer that well. Shall I get a person? Or try putting it another way.',
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
    'Order details are for their owner only. Please sign in at the top right of the shop page, then tell me here and I’ll look it up at once.',
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
    'Order {number} travels with {carrier}, tracking number {tracking}, but it hasn’t moved for days (latest: {step}). That’s not normal.',
  ],
  'order.delivered': ['Order {number} is marked as delivered: {step}'],
  'order.returning': ['Order {number} is being returned or exchanged: {step}'],
  'order.refunded': ['Order {number} has been refunded.'],
  'order.cancelled': ['Order {number} is cancelled; what you paid goes back the way it came.'],
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
  'return.reason': ['What is the reason?', 'May I ask the reason?'],
  'return.reason.fault': ['It’s faulty'],
  'return.reason.wrong-item': ['Wrong or missing item'],
  'return.reason.size': ['The size is wrong'],
  'return.reason.mind': ['I changed my mind'],
  'return.confirm.return': ['Order {number} can be returned, {fee}. Shall I register the return?'],
  'return.confirm.exchange': ['Order {number} can be exchanged, {fee}. Shall I register the exchange?'],
  'return.fee.none': ['we pay the freight both ways'],
  'return.fee.some': ['¥{fee} return freight'],
  'return.done.return': [
    'Done: order {number} is registered for return. Please send it within 7 days; we check it within {hours} hours of its arrival and refund within {days} working days after that.',
  ],
  'return.done.exchange': [
    'Done: order {number} is registered for exchange. Please send it back; we hold your new piece for {hold} hours, check the parcel within {hours} hours of its arrival and send the new one.',
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
    'Order {number} is registered for exchange; the new piece leaves once yours is back.',
  ],
  'refund.received': [
    'We have received the return of order {number}; the refund follows within {days} working days of the check.',
  ],
  'refund.done': [
    'Order {number} has been refunded. How soon you see it depends on your bank, usually within {days} working days.',
  ],
  'refund.cancelled': [
    'Order {number} is cancelled; the money goes back the way it came, usually within {days} working days.',
  ],
  'refund.none': [
    'No order of yours is being refunded. If you want to return something, I can register it now.',
  ],
  'cancel.which': ['Which order shall I cancel?'],
  'cancel.confirm': ['Cancel order {number} ({title}, ¥{total})? The money goes back the way it came.'],
  'cancel.done': ['Order {number} is cancelled, ¥{total} goes back the way it came.'],
  'cancel.too-late': [
    'Order {number} is already {state}, I can’t stop it. I’ll get a person to try; if it can’t be stopped, you can return it when it arrives.',
  ],
  'cancel.none': ['There’s no order of yours that can still be cancelled.'],
  'state.packed': ['packed'],
  'state.shipped': ['on its way'],
  'address.how': [
    'Order {number} isn’t packed yet, so you can change the address yourself: open it in “My orders” and choose “Change address”.',
  ],
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
  'product.price': ['{title} is ¥{price} now.', '{title}: ¥{price}.'],
  'product.stock': ['{title} is in stock in: {list}.'],
  'product.stock.variant': ['{title} ({variant}) is in stock, {stock} left.'],
  'product.stock.variant-none': ['{title} ({variant}) is sold out at the moment. In stock: {list}.'],
  'product.stock.none': ['{title} is sold out altogether. These could take its place.'],
  'product.attribute': ['{title}: {name}, {value}.'],
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
    'I’ve noted all of it. This should be settled by a person; I’m handing you over now, and you won’t have to repeat anything.',
    'I see. I’m getting a person now; they can read everything you wrote.',
  ],
  'handoff.asked': [
    'Of course, I’m getting a person. They can read what you wrote, so no need to repeat it.',
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
  'handoff.predicted': ['This step needs a person. I’m handing you over, no need to repeat anything.'],
  'returned.offer': [
    'What my colleague arranged is above. If it isn’t solved, I can get a person again.',
    'If that didn’t work out, tell me and I’ll get a person again.',
  ],
  'suggest.late': [
    'Hello, a real person here. Order {number} is indeed {late} later than promised, and that’s on us. I’m chasing the warehouse now and applying for your compensation; I’ll tell you as soon as I know.',
  ],
  'suggest.stuck': [
    'Hello, a real person here. Your parcel of order {number} hasn’t moved for days. I’m opening a trace with the carrier and will answer you today; if it’s lost, you choose between a new one and a refund.',
  ],
  'suggest.return': [
    'Hello, a real person here. I’ve seen what it’s about; let me check your return and get it done.',
  ],
  'suggest.complaint': [
    'Hello, a real person here. I’ve read everything, no need to repeat it. We got this wrong and I’m sorry; I’ll see it through.',
  ],
  'suggest.general': [
    'Hello, a real person here, and I’ve read the conversation. About “{question}”: let me find out right away.',
  ],
  'list.more': ['{count} in all'],
  'duration.hours': ['{count} hours'],
  'duration.days': ['{count} days'],
};
