# Policy: what each ⚙ value means, and what is wrong with a new one.

policy-out-of-range = This number has to lie between { $least } and { $most }.
policy-list-empty = At least one has to stay.
policy-list-twice = One entry stands there twice; please take one away.
policy-mix-three = Three numbers are wanted: per cent of easy, medium and hard, 100 together.
policy-text-length = Please write 1 to { $most } characters.
policy-phone-form = A phone number is figures and hyphens only, such as 010-83068013 or 12333.
policy-past-day = It can hold from today ({ $today }) at the earliest. Days gone by keep what held then.
