/** Own sentences of shop customers for intents that the public sets lack, as patterns (see expand.ts). Written for Baton, MIT. */
export const intentSeedsZh: Record<string, readonly string[]> = {
  exchange: [
    '(我要|我想|想|能|可以|可不可以|帮我|麻烦)(换货|换个颜色|换大一码|换小一码|换成黑色的|换一件|换个尺码|换一双|换个新的)(吗|，谢谢|，怎么弄|)',
    '(换货|换码|换色|调换)(怎么操作|流程|要多久|可以吗|的话怎么弄|申请了)(？|)',
    '(尺码|码数|颜色|款式)(不合适|买大了|买小了|不对|不喜欢)(，|)(想换|能换吗|换一个|可以换货吗|给换吗)',
    '(坏了|有瑕疵|破了)(，|)(给我换|能换新的吗|要换货|换一个给我)',
  ],
  human: [
    '(转|我要|找|帮我转|接|请转)(人工|人工客服|真人|真人客服|人工服务)(|谢谢|，快点|！)',
    '(有没有|有)(人工|真人|活人|人)(在吗|吗|啊|在不在)',
    '(不想|不要|别)(跟|和|让)(机器人|自动回复)(说话|聊|回我)',
    '(叫|找|让)(你们|)(经理|主管|负责人|店长|老板)(来|出来|跟我说|联系我)',
  ],
  'cancel-order': [
    '(我要|我想|想|帮我|麻烦|能|可以|怎么)(取消订单|取消|撤单|取消这个订单|把订单取消|退掉订单)(吗|，谢谢|了|)',
    '(订单|单子)(能|可以|还能)(取消|撤销)(吗|么|？)',
    '(不想要了|不要了|买错了|买重了)(，|)(取消|取消订单|还没发货能取消吗)',
  ],
  买家表示需要退货退款: [
    '(我要|我想|想|要|帮我|申请)(退货|退款|退货退款|退了|把它退了|退掉)(，|)(怎么弄|怎么操作|谢谢|不合适|不喜欢|质量有问题|)',
    '(不合适|不喜欢|质量不行|买错了|不满意)(，|)(想退|要退货|可以退吗|给我退了)',
  ],
  买家咨询退款时间: [
    '(退款|钱)(什么时候|多久|几天)(到账|能到|退给我|退回来)(啊|呢|？|)',
    '(我的|)(退款)(到哪了|进度|怎么还没到|处理了吗|状态查一下)',
  ],
  买家咨询物流信息: [
    '(我的|)(订单|快递|包裹|货|东西|快件)(到哪了|到哪儿了|现在在哪|什么情况|怎么还没到|走到哪了)(？|啊|)',
    '(帮我|麻烦|想)(查|看)(一下|下|)(订单|物流|快递|订单状态|我的订单)(，谢谢|，|)',
    '(订单|查询订单|查物流|物流查询|订单状态|查快递|我的订单)',
    '(显示|)(签收|已签收)(了|)(但|，)(没收到|我没拿到|没看到快递)',
  ],
  买家咨询发货时间: ['(多久|什么时候|几天|今天|现在下单)(能|可以|会|)(发货|发出|寄出)(？|吗|)'],
  买家咨询到货时间: [
    '(发|寄|到)(北京|上海|广州|成都|新疆|杭州)(要|需要|)(几天|多久)(能到|到|)(？|)',
    '(几天能到|多久能到|什么时候能到|配送要多久|明天能到吗)(？|)',
  ],
  'product-question': [
    '(这个|这款|它|那个|请问)(耳机|杯子|外套|鞋子|键盘|背包|台灯|枕头|锅|面霜|)(防水吗|能机洗吗|怎么用|续航多久|有什么功能|支持无线充电吗|几升的|适合冬天穿吗|敏感肌能用吗|透气吗|降噪吗|插电吗|保温多久)(？|)',
    '(多大|多高|多长|多宽|尺寸多少|容量多少|功率多大|厚不厚|重不重|软不软)(？|)',
    '(身高)(165|170|180)(体重)(110斤|130|70公斤)(穿|买)(什么码|多大码|M还是L)(？|)',
  ],
  recommend: [
    '(有什么|有没有|能不能|帮我|给我)(推荐|推荐一下|推荐一款|好的推荐)(的|)(耳机|背包|礼物|跑鞋|护肤品|杯子|)(吗|？|)',
    '(想|我想)(买|送|给)(妈妈|女朋友|男朋友|爸爸|孩子|同事)(买个|一个|送个|)(礼物|生日礼物|礼品)(，|)(推荐|有什么好的|买什么好|)',
    '(预算)(200|300左右|500以内|一百多)(，|)(推荐|有什么|买哪款|求推荐)(|好)',
    '(哪款|哪个)(性价比高|卖得最好|最好用|适合学生|适合老人|更好)(？|)',
  ],
  stock: [
    '(还有|有|有没有)(货|现货|库存|黑色|XL码|42码|大号)(吗|么|嘛|？)',
    '(什么时候|多久|还会)(补货|到货|有货|上架)(？|吗|)',
    '(缺货|没货|卖完|售罄|断码)了(吗|，还补吗|，什么时候有)',
  ],
  invoice: [
    '(能|可以|怎么|帮我|要)(开|开具|补开)(发票|专票|电子发票|增值税发票)(吗|？|)',
    '(发票)(什么时候开|怎么开|开错了|抬头改一下|没收到|在哪下载)',
  ],
  payment: [
    '(支付|付款|付钱|结账)(失败|不了|不成功|出错|怎么操作|方式有哪些|卡住了)(|，怎么办|？)',
    '(可以|能|支持)(用|)(支付宝|微信|花呗|信用卡|银行卡|分期|货到付款)(支付|付款|付|)(吗|？|)',
    '(扣了钱|扣款了|付了两次|重复扣款)(但是|，)(没有订单|订单没显示|怎么办)',
  ],
  complaint: [
    '(我要|我想)(投诉|举报|反映问题|提意见|投诉客服|投诉快递)(|！|你们)',
    '(我要|)(找平台|打12315|给差评|去消协)(投诉|告你们|)(！|)',
  ],
  warranty: [
    '(保修|质保|三包)(多久|几年|期多长|怎么算|过了怎么办|吗)(？|)',
    '(坏了|不亮了|开不了机|充不进电|出故障)(，|)(能修吗|怎么维修|保修吗|在保修期|怎么报修|修一下多少钱)',
    '(怎么|哪里|可以)(维修|保修|返修|修|报修)(？|吗)',
  ],
  account: [
    '(账号|账户|密码|手机号)(忘了|登不上|登录不了|被锁了|怎么改|怎么注销|想换绑)(|怎么办|？)',
    '(怎么|如何)(注册|登录|绑定手机|改密码|注销账号|成为会员)(？|)',
    '(收不到)(验证码|短信)(|，怎么登录)',
    '(我的|)(积分|会员等级)(怎么查|有多少|怎么用|什么时候过期)(？|)',
  ],
  买家打招呼: ['(你好|您好|在吗|在不在|哈喽|hi|hello|早上好|晚上好|亲在吗|嗨)(|！|，|？|呀)'],
  '买家表示麻烦卖家，表达感谢': ['(谢谢|感谢|多谢|谢谢你|谢谢啦|非常感谢|辛苦了|麻烦你了)(|！|，|亲)'],
  买家发送结束语: ['(再见|拜拜|88|bye|没事了|没有了|就这样|没别的了|先这样)(|，谢谢|！|吧)'],
  买家表示好的: ['(好的|好|嗯|嗯嗯|行|可以|ok|OK|知道了|明白了|收到|对|是的|没问题)(|！|。|呢|啊)'],
  other: [
    '(今天|明天)(天气)(怎么样|好吗|如何)',
    '(讲个|说个)(笑话|故事)(听听|吧|)',
    '(你是谁|你叫什么|你几岁|你是机器人吗|你会干什么|你有女朋友吗)(？|)',
    '(帮我)(写代码|写作文|订机票|订酒店|叫外卖|算命|炒股)',
    '(你觉得|)(世界杯谁会赢|中国队能赢吗|房价会跌吗|股票怎么样)(？|)',
    '(唱首歌|背首诗|1加1等于几|你喜欢什么|现在几点了|附近有什么好吃的)(|？|吧)',
    '(asdf|哈哈哈|。。。|？|111|啊啊啊|测试|test)',
  ],
};

/** The same in English. */
export const intentSeedsEn: Record<string, readonly string[]> = {
  exchange: [
    '(I want to|I would like to|can I|could I|how do I|I need to|please) (exchange|swap|replace|change) (it|this|my shoes|the jacket|this item) (for|with) (a bigger size|a smaller one|another colour|a new one|a different size|size 42)(?|)',
    '(exchange|swap) (policy|please|for a larger size|the item|my order)(?|)',
    '(wrong size|it is too small|it is too big|I do not like the colour)(,|.) (can I swap it|can I exchange it|I would like an exchange|please exchange)(?|)',
  ],
  return: [
    "(I want to|I would like to|can I|how do I|how can I|I need to|I'd like to) (return|send back|give back) (this|it|my order|these shoes|the jacket|an item|something)(?|, please|)",
    "(what is|what's|tell me) (your|the) (return policy|return window|return process)(?|)",
    '(how long do I have|who pays the postage|do I need the receipt|do I need the original box) (to return|for a return|for returns)(?|)',
    '(it does not fit|it arrived broken|the item is faulty|it is not as described|it came damaged)(,|.) (I want to return it|can I send it back|I want a return label|what can I do)(?|)',
    '(start a return|return|returns|return label|return my order|i want to return)',
    '(the|my) (mug|lamp|jacket|keyboard|order) (arrived|came|was) (broken|damaged|smashed|in pieces|cracked)',
    '(you sent me|I got|I received) (the wrong|a different) (item|size|colour|product)',
  ],
  'product-question': [
    '(is|are) (this|the|these|it) (jacket|headphones|backpack|bottle|shoes|keyboard|lamp|) (waterproof|machine washable|noise cancelling|made of leather|true to size|suitable for kids|wireless|compatible with iphone)(?|)',
    "(what is|what's|tell me) (the|its) (size|weight|material|battery life|capacity|length|difference between the two|power)(?|)",
    '(does|do|will) (it|this|they) (come with a charger|fit a 15 inch laptop|have a usb port|work with android|shrink|keep drinks warm|need batteries)(?|)',
    '(what|which) size (should I get|do I need|would fit me|should I take)(?|, I am 170 cm|, I weigh 65 kg)',
    '(how) (big|heavy|long|tall|loud|warm|thick) is (it|this|the lamp|the backpack)(?|)',
    '(more details|more information|tell me more|I have a question) (about|on) (this product|the headphones|this item|the jacket)',
  ],
  recommend: [
    '(can you|could you|please|) (recommend|suggest) (something|a gift|a laptop bag|running shoes|headphones|a good pillow|anything) (for my mom|under 300|for a student|for travel|for winter|)(?|)',
    "(I am|I'm) looking for (a gift|a present|headphones|a backpack|something nice|a winter jacket) (for my dad|for my girlfriend|for work|under 200|)",
    '(which|what) (one|model|lamp|headphones) (is better|is best|would you recommend|sells best|should I buy)(?|)',
    '(what do you have|show me something|any ideas|gift ideas|best sellers|any recommendations|need a gift) (for a runner|for my mother|under 100|for the office|)(?|)',
  ],
  stock: [
    '(is|are) (it|this|these|the black one|the blue lamp|size M) (in stock|available|still available|sold out|out of stock)(?|)',
    '(do you have|have you got) (this|it|these|the jacket|the shoes) in (black|blue|size 42|XL|medium|stock)(?|)',
    '(when will|will) (it|this|the jacket|size L) be (back in stock|available again|restocked)(?|)',
    '(how many) (are left|do you have left|in stock)(?|)',
  ],
  price: [
    '(how much|what) (is it|does it cost|is the price|for two|are the headphones|is this)(?|)',
    '(do you have|is there|are there|any) (a discount|a coupon|a promo code|a student discount|promotions|a sale|discounts|deals)(?| at the moment?| this week?)',
    '(my|the) (coupon|promo code|discount code|voucher) (does not work|is not accepted|was not applied|expired)(|, why?)',
    '(can I get|can you give me|is it possible to get) (a discount|a better price|it cheaper|a deal|free shipping)(?|)',
    '(does it go on sale|will there be a black friday sale|price match|is the price final|can I combine coupons)(?|)',
  ],
  warranty: [
    '(is there|does it have|how long is|what is|what about) (a|the) (warranty|guarantee)(?| on this| for the keyboard|)',
    '(it|my lamp|my keyboard|the kettle) (stopped working|is broken|does not turn on|does not charge)(,|.) (can you repair it|is it under warranty|I need a repair|can it be fixed|is it covered)(?|)',
    '(I need|how do I get|where can I get) (a repair|it repaired|it fixed|warranty service|spare parts)(?|)',
  ],
  greeting: [
    '(hi|hello|hey|hey there|hi there|good morning|good afternoon|good evening|hello there|greetings|yo|anyone there|is anybody there)(|!|?|,)',
  ],
  thanks: [
    '(thanks|thank you|thx|ty|many thanks|thanks a lot|thank you so much|cheers|much appreciated|great thanks|perfect thank you|that helped)(|!|.)',
  ],
  goodbye: [
    "(bye|goodbye|see you|bye bye|that is all|that's all|nothing else|have a nice day|see ya|talk later|that will be all)(|!|.|, thanks)",
  ],
  acknowledge: [
    '(ok|okay|yes|yep|sure|no|nope|alright|fine|got it|I see|understood|correct|right|yeah|cool|sounds good|yes please|no thanks)(|.|!)',
  ],
  track_order: [
    "(where is|where's|wheres) (my|the) (order|package|parcel|stuff|delivery|shipment)(?|)",
    '(track|check|status of|find|order status) (my|the|an|) (order|parcel|package|shipment)(|, please)',
    '(has|did) my (order|parcel|package) (shipped|ship|been sent|left yet|been dispatched)(?| yet?)',
    "(my|the) (order|parcel|package) (has not arrived|still hasn't arrived|is late|did not come|never arrived|says delivered but I have nothing)",
    '(when will) (my|the) (order|parcel|package|shoes) (arrive|come|be here|be delivered)(?|)',
  ],
  delivery_period: [
    '(how long|how many days) (does|will) (shipping|delivery|it) take (to germany|to london|to canada|)(?|)',
    '(when do you|how fast do you|do you) (ship|deliver|dispatch)(?| on weekends?| to france?)',
    '(how much|what) (is|does) (shipping|the shipping|delivery) (cost|to australia|)(?|)',
    '(do you|can you) (ship|deliver) (to canada|abroad|internationally|overnight|express|by friday)(?|)',
  ],
  track_refund: [
    '(where is|when will I get|when do I get|status of) my (refund|money back|money)(?|)',
    "(my|the) refund (has not arrived|still hasn't come|is late|is missing|did not come)(|, why?)",
  ],
  cancel_order: [
    '(cancel|please cancel|I want to cancel|can I cancel|I need to cancel|can you cancel|how do I cancel) (my order|the order|it|this|my purchase)(?|, please|)',
  ],
  change_shipping_address: [
    '(I need to|can I|please|I want to|how do I) (change|update|correct|fix) (my|the) (address|delivery address|shipping address)(?|)',
    '(I typed|I entered|I gave) (the wrong|an old) address(|, can you change it?)',
  ],
  contact_human_agent: [
    '(human|agent|representative|operator|a real person|live agent|customer service)(|, please|!|please)',
    '(let me|I want to|I need to|can I) (talk|speak) to (a person|someone|a human|an agent|somebody real|your manager)(?|)',
  ],
  complaint: [
    "(I want to|I'd like to|I will) (complain|make a complaint|file a complaint|report this)(| about the courier| about your service|)",
    '(your|this) (service|company|support|delivery) is (terrible|awful|a joke|the worst|unacceptable)',
  ],
  payment_issue: [
    '(my|the) (payment|card|checkout|paypal) (failed|was declined|does not work|keeps failing|did not go through)(|, why?)',
    '(I was|I got|you) (charged|billed) (twice|the wrong amount|too much)(|, please fix)',
  ],
  oos: [
    '(what is the|how is the) (weather|time|capital of france)(?| today?| like?)',
    '(tell me a) (joke|story|fun fact)',
    '(who are you|what are you|are you a bot|what is your name|how old are you|do you love me)(?|)',
    '(write|help me write) (code|a poem|an essay|my homework)',
    '(book|find) me (a flight|a hotel|a table|a taxi)',
    '(asdf|lol|hahaha|...|?|test|qwerty|123)',
  ],
};
