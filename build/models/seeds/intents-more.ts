/** More sentences for the intents of a shop, rich in goods and in ways to ask. Written for Baton, MIT. */
export const moreIntentSeedsZh: Record<string, readonly string[]> = {
  买家咨询运费金额: [
    '(|全场|都|这个|请问)(包邮|免邮|包运费)(不|吗|么|嘛|吧)(|亲|啊|？)',
    '(满|买满|买|要)(多少|多少钱|几件)(才|)(包邮|免邮|免运费)(|呢|啊|？)',
  ],
  other: [
    '(人工|人工客服|你们|客服|门店)(几点|什么时候|周末几点)(上班|下班|开门|营业)(|呢|啊|？)',
    '(你们家|你们|这里)(卖|有|有没有卖)(手机|电视|冰箱|汽车|水果)(吗|么|不|？)',
    '(订单|东西|这个)(是)(我妈|我老公|我朋友|我女儿)(的|买的)(，|)(让我问一下|我帮问下|)',
    '(就是我|我就是|我是)(本人|本人啊|机主本人)(|，快告诉我|，查一下)',
  ],
  'product-question': [
    '(这锅|这个|这款|那把|这盏|这双|这床|这件|这只)(椅子|台灯|被子|茶壶|手表|雨伞|炒锅|书包|音箱|电饭煲|)(能用在电磁炉上|能放洗碗机|能放下平板|可以折叠|能手洗|可以空投|会不会硌脚|是不是纯棉|含酒精|适合过敏皮肤|带灯|能连蓝牙|有没有内胆|有几档|可以调节高度|噪音大)(吗|么|嘛|？|)',
    '(面料|材质|内胆|鞋底|表带|外壳|填充物)是(什么|纯棉|真皮|不锈钢|塑料|羽绒|玻璃)(的|做的|)(吗|啊|呢|？|)',
    '(充一次电|一次|满电)(能用|可以用|续航)(多久|几天|几小时)(？|呀|)',
    '(能|可以|放得下|装得下)(装|放|)(15寸|16寸|两个人的|三天的)(电脑|笔记本|衣服|行李)(吗|不|？)',
    '(说明书|使用方法|保质期|生产日期|产地|成分)(是什么|在哪看|多久|到什么时候|能发我吗)(？|)',
  ],
  recommend: [
    '(送|给)(长辈|爷爷|奶奶|老师|客户|闺蜜|老公|岳父|小朋友)(有什么|买什么|送什么)(合适|好|比较好|拿得出手)(的|呢|？|)',
    '(三百块|一百块|五百|200)(以内|左右|上下)(求推荐|有什么推荐|推荐个|买哪款)(耳机|键盘|背包|枕头|礼物|)(|？|呗)',
    '(想买|在找|想要)(一个|一款|个)(安静的|轻便的|保暖的|便携的|颜值高的)(键盘|背包|杯子|外套|灯)(，有推荐吗|，推荐一下|，哪个好)',
    '(有没有|有什么)(热卖|爆款|新品|适合夏天|适合露营|适合办公室)(的|)(推荐|好物|)(吗|？|)',
  ],
  'cancel-order': [
    '(把|帮我把|麻烦把)(我|)(刚下的|昨天的|那个|刚才的)(单|订单|单子)(撤了|取消了|取消掉|退了|撤销)(吧|，谢谢|)',
    '(还没发货|没发货|刚付款)(，|)(我要|我想|可以|能)(取消|取消订单|不要了|撤单)(吗|，|)',
    '(我)(后悔了|改主意了|重复下单了|下错单了)(，|)(取消|取消吧|帮我取消|不要了)',
  ],
  买家咨询物流信息: [
    '(我的|昨天那单|前天买的)(包裹|快递|单子|货)(现在|)(在哪个城市|到哪里了|发出来没有|卡在哪了|怎么不动了)(？|)',
    '(物流|快递)(三天|好几天|一周|一直)(没更新|没动|不更新|没变化)(了|)',
    '(帮我|麻烦|)(查下|查查|看看|跟进一下)(昨天那单|我的快递|包裹到哪|物流进度|单号)(|发出来没有|，谢谢)',
  ],
  买家表示需要退货退款: [
    '(这件|这个|东西|衣服)(我|)(不想要了|不喜欢|不合适)(，|)(想寄回去|想退回|要退货|给你们退回去)',
    '(杯子|盘子|镜子|东西|货)(到手|收到|拿到|打开)(就|是|已经)(裂了|碎的|坏的|破了|摔坏了)(|，怎么办|，要退|，怎么处理)',
    '(怎么|如何|在哪)(申请|办理|点)(退货|退款|售后)(？|呢|)',
  ],
  买家咨询退换货规则: [
    '(支持|可以|有)(七天无理由|无理由退货|无理由退换)(吗|？|支持吗)',
    '(拆封|用过|剪了吊牌|洗过)(了|)(还能|可以)(退|退货|换)(吗|？)',
  ],
  exchange: [
    '(买小了|买大了|拿错色了)(，|)(给我|帮我|想)(调|换)(个|一个|成)(大号|小号|大一码的|红色|蓝色的)(|吧|，谢谢)',
    '(能不能|可不可以|能否)(换|调换|更换)(个|成|一个)(蓝色的|白色|大号|新的)(|吗|？)',
  ],
  买家要求修改收件信息: [
    '(收货地址|电话|收件人|地址|门牌)(填错了|写错了|错了|要变)(，|)(帮我改改|能改不|改一下|帮忙改成新的)',
    '(改|修改|换)(一下|个|下|)(收货地址|地址|手机号|收货人)(，|)(谢谢|可以吗|)',
  ],
  stock: [
    '(白色|黑色|灰色|红色)(42码|XL|大号|M码|37|)(还有|有没有|还剩)(吗|货吗|多少|货)(？|)',
    '(啥时候|什么时候|何时)(补货|再上|有货|到货)(呀|啊|呢|？)',
  ],
  account: [
    '(登录|支付|账号|账户|会员)(密码)(忘了|忘记了|不对|想改|找回)(|，怎么办|怎么弄|？)',
    '(怎么|如何|在哪)(注销|修改|查看|绑定|找回)(我的|)(账号|账户|会员卡|手机号|密码)(？|)',
    '(登不上|登录不了|登录失败|进不去账号|提示账号异常)(|了|，怎么办)',
  ],
  warranty: [
    '(过了|用了|买了)(一年|半年|两年|保修期)(还能|能|可以)(保修|修|免费修)(吗|？)',
    '(灯|耳机|键盘|水壶|风扇)(不亮了|没声音了|失灵了|不加热了|不转了)(，|)(怎么报修|能修吗|找谁修|保修吗|怎么维修)',
  ],
  complaint: [
    '(投诉|举报)(你们|)(快递员|客服|卖家|店铺|服务态度)',
    '(客服|快递员|卖家)(态度)(太恶劣|太差|很差|恶劣)(了|)(，|)(我要投诉|要个说法|必须投诉|)',
  ],
  买家发送结束语: [
    '(没别的问题了|没其他问题了|暂时没有了|好了没事了|我先走了)(，|)(再见|拜拜|谢谢|)',
    '(拜拜|再见|回见|下次聊)(啦|了|咯|哦|～|)',
  ],
  买家打招呼: ['(在吗|在不|有人吗|客服在吗|哈喽在吗|你好在不在|老板在吗|早|下午好)(|？|~)'],
  invoice: [
    '(能给|可以|给|麻烦)(开个|开一下|开张|开)(电子发票|发票|普票|专票)(不|吗|，谢谢|)',
    '(发票)(抬头|税号|内容)(想换一下|写错了|怎么改|要改)',
  ],
  price: [
    '(现在|今天|双十二)(买|下单|拍)(有|有没有)(折扣|优惠|活动|满减|赠品)(没|吗|)',
    '(再|能不能|可以)(便宜点|少点|打个折|抹个零|优惠点)(呗|吗|吧|嘛)',
    '(这个|我的)(券|优惠券|红包|折扣码)(怎么用不了|不能用|用不上|失效了)(|？)',
    '(多少钱|什么价|价格多少|几块钱|怎么卖)(一个|一双|一套|)(？|啊|)',
  ],
};

/** The same in English. */
export const moreIntentSeedsEn: Record<string, readonly string[]> = {
  account: [
    '(how do I|how can I|where do I|can I|I want to|I need to) (change|update|edit) (my|the) (phone number|mobile number|email address|email|name) (|on my account|in my profile|you have on file)(?|)',
  ],
  'shipping-time': [
    '(how much|what|how many dollars) do I (need|have) to (spend|order|buy) (for|to get) free (shipping|postage|delivery)(?|)',
    '(is|when is|do you have) (the|) (shipping|postage|delivery) free(?|)',
  ],
  other: [
    '(when|what time|at what time) (does|do) (support|customer service|the live chat|your agents|the shop) (open|close|start|finish|end)(?|)',
    "(it is|it's|the order is|that's) my (husband's|wife's|mum's|friend's|sister's)(,|) (he asked me to check|she asked me|I am asking for them|)",
  ],
  'product-question': [
    '(does|will|can|would) (this|the) (pan|kettle|chair|lamp|bag|watch|blanket|speaker|mug|jacket) (work on induction|go in the dishwasher|fold flat|fit a tall person|survive rain|connect to my phone|stand a dryer|fit under the bed|need assembly|have a lid)(?|)',
    '(is|are) (it|this|they|the cover|the strap|the filling) (pure cotton|real leather|stainless steel|vegan|dishwasher safe|bpa free|foldable|adjustable|scented|heavy|noisy|soft)(?|)',
    '(will|would|can|does) (a|my) (15 inch laptop|bottle|tablet|queen size bed|child of five) fit (in the bag|in it|inside|on it)(?|)',
    '(what|which) (is it made of|is in the box|colours does it come in|is the battery like|are the dimensions|fabric is it|plug does it have)(?|)',
    '(how long does|how long will) (the battery last|it last on one charge|it take to charge|it stay warm)(?|)',
    '(where is it made|how do I wash it|how do I clean it|can it be ironed|does it come in blue|does it come in other colours|is there a bigger version)(?|)',
  ],
  recommend: [
    '(what would you|what can I|what should I) (give|get|buy|gift) (a grandfather|my wife|a teacher|a colleague|a teenager|someone who cooks|my boyfriend)(?| for his birthday?| for christmas?)',
    '(any|some) (good|nice|cheap|quiet|warm) (headphones|keyboards|bags|lamps|gifts|jackets) (below|under|around|up to) (50|100|200 yuan|300)(?|)',
    '(help me|can you help me) (choose|pick|decide|find a gift|find something)(?|, please| for my mother| between the two)',
    '(do you have|show me) (wireless headphones|warm jackets|gifts|backpacks|desk lamps) (under|below|for less than) (300|200|50)(?|)',
  ],
  stock: [
    '(any|are any) (left|more|available) in (white|black|size 42|large|red)(?|, size 42?)',
    '(when are you|are you) (getting more of these|restocking|getting it back in|selling it again)(?|)',
    '(is the|is this|is that) (lamp|jacket|blue one|large|item|colour) (gone|sold out|coming back|still there|available)(?|)',
    '(have you got|do you still have|got any) (size 38|the green one|this in medium|more of these|these in kids sizes)(?|)',
  ],
  track_order: [
    '(what happened to|any news on|where did|what is going on with) my (parcel|order|package|delivery)(?| go?)',
    '(the|my) tracking (has not updated|is stuck|does not move|shows nothing|link does not work)( in days| for a week|)',
    '(has|have you) (my stuff|my order|it|sent it|my parcel) (been sent yet|left the warehouse|shipped already|been dispatched|already)(?|)',
  ],
  track_refund: [
    '(still|there is still) no (sign|trace) of (my|the) (refund|money)',
    '(when does|when will|when is) (the money|my money|the refund|the amount) (get back to my card|be back|reach my account|arrive|due)(?|)',
    '(you got the return|I sent it back|the return arrived)(,| and| but) (where is the refund|no money yet|when do I get paid back)(?|)',
  ],
  cancel_order: [
    '(please|can you|kindly|) (call off|stop|cancel|void|scrap|drop) (my|the|that) (order|purchase|last order)(?|, please|)',
    '(I changed my mind|I ordered by mistake|I ordered twice|I no longer need it|not needed anymore)(,|.| -) (cancel it|please cancel|can you cancel|cancel the order)(?|)',
  ],
  change_shipping_address: [
    '(I moved|we moved|I am moving|I will be away)(,|.| -) (send it to my new address|ship it somewhere else|deliver it to my office|please use another address)(?|)',
    '(fix|change|correct|edit) (the street name|the house number|the postcode|the city|the delivery address) (on|for|of) my (order|parcel)(| please|?)',
    '(send|ship|deliver) (it|my order) to (a different address|my work|my neighbour|another city)( instead|)(?|, please|)',
  ],
  return: [
    "(I'd like to|I want to|I would like to) (give this back|send it back|return it|bring it back|hand it back)(| please| for a refund)",
    '(who pays|do I pay|is it free) (for return postage|for return shipping|to send it back|the return label)(?|)',
    '(the vase|the glass|my order|the plate|it) (got here|arrived|came|turned up) (smashed|shattered|broken|dented|leaking|torn)',
    '(can I get my money back|I want my money back|refund me|I want a refund)(| for this| if I return it| because it is faulty|?)',
  ],
  exchange: [
    '(can I|could I|I want to) (trade|swap|switch|change) (it|the blue one|this|them) for (a larger size|a red one|a smaller size|another model)(| please|?)',
    '(replace|swap) (it|this|the broken one) (with|for) (a new one|the same in red|another one)(, please|?|)',
  ],
  warranty: [
    '(the|my) (zipper|strap|button|handle|heel|hinge|buckle|lid) (broke|came off|is stuck|snapped|is loose)(,|.|,) (can you fix it|do you repair that|can it be repaired|is that repairable|where can I get it fixed)(?|)',
    '(is|would) (a two year old|my old|my) (lamp|kettle|headset|keyboard) (still under warranty|covered|repairable)(?|)',
    '(my|the) (kettle|lamp|fan|headphones|keyboard) (stopped heating|will not turn on|has no sound|stopped charging)(,|.| -) (can it be repaired|is that covered|what about the warranty|how do I get it repaired)(?|)',
  ],
  price: [
    '(is it|would it be|does it get) (cheaper) (if I buy two|for members|next week|in bulk|with a coupon)(?|)',
    "(my|the|this) (voucher|coupon|code|gift card) (is not accepted|won't apply|gives an error|is invalid)(|, why?|?)",
    "(what does it cost|how much for this one|price please|what's the price|how expensive is it)(?|)",
  ],
  payment_issue: [
    '(checkout|the site|paypal|your shop) (keeps rejecting|rejects|declines|does not accept) my (card|payment|visa)(|, why?|?)',
  ],
  goodbye: [
    "(that's everything|that is it|nothing more|all done)(,| -) (goodbye|bye|thanks bye|see you)",
    '(bye now|goodbye then|cya|farewell|good night|have a good one|take care)(|!|.)',
  ],
  greeting: [
    '(hey there|good evening|hi team|hello shop|morning|hey anyone|hello?|is anyone there|are you there)(|!|?)',
  ],
};
