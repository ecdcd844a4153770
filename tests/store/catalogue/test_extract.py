"""The guide's text is read by the shape of its cells: one small table per trap of the source (R1.5)."""

from store.catalogue.extract import main, read_table, stations, tables, units


def read(*lines: str, title: str = "skilled"):
    return [
        (row.serial, row.occupation_code, row.unit_code, row.unit_name, row.levels)
        for row in units(title, read_table(lines))
    ]


def test_a_trade_belongs_to_the_occupation_its_code_begins_with_not_to_its_row():
    assert read(
        "13\tJX04-05-04 磨工\t46\tJX04-05-04-06 普通磨工\t5、4、3、2、1",
        "14\tJX04-05-05 镗工\t47\tJX04-05-04-07 数控研磨工\t5、4、3、2、1",
        "\t\t48\tJX04-05-05-01 数控镗工\t5、4、3、2、1",
    ) == [
        ("46", "JX04-05-04", "JX04-05-04-06", "普通磨工", "5 4 3 2 1"),
        ("47", "JX04-05-04", "JX04-05-04-07", "数控研磨工", "5 4 3 2 1"),
        ("48", "JX04-05-05", "JX04-05-05-01", "数控镗工", "5 4 3 2 1"),
    ]


def test_an_occupation_without_trades_is_its_own_unit():
    assert read("1\tJX03-05-04 制图员\t\t无\t5、4、3、2") == [
        ("", "JX03-05-04", "JX03-05-04", "制图员", "5 4 3 2")
    ]


def test_a_none_that_slid_beside_another_occupation_goes_to_the_one_no_trade_names():
    rows = read(
        "17\tJX04-05-10 下料工\t56\tJX04-05-08-02 电火花线切割机床操作工\t5、4、3、2、1",
        "18\tJX04-05-11 铆工\t57\tJX04-05-10-01 剪切工\t5、4、3",
        "19\tJX04-05-12 冲压工\t\t无\t5、4、3、2、1",
        "\t\t58\tJX04-05-12-01 冷作钣金工\t5、4、3、2、1",
        "16\tJX04-05-08 电切削工",
    )
    assert rows[1:3] == [
        ("57", "JX04-05-10", "JX04-05-10-01", "剪切工", "5 4 3"),
        ("", "JX04-05-11", "JX04-05-11", "铆工", "5 4 3 2 1"),
    ]


def test_rows_shifted_left_are_read_like_any_other_and_a_lost_trade_is_kept_incomplete():
    table = read_table(
        [
            "\t\t9\tJX04-01-02 印刷操作员\t23",
            "24\tJX04-01-02-02 柔性版印刷员\t\t\t5、4、3、2、1",
            "10\tJX04-01-03 印后制作员\t\t\t33",
            "\t\t34\tJX04-01-03-02 裁切工\t5、4、3、2、1",
        ]
    )
    assert [
        (row.serial, row.unit_code, row.levels, row.complete) for row in units("skilled", table)
    ] == [
        ("23", "JX04-01-02-01", "", "false"),
        ("24", "JX04-01-02-02", "5 4 3 2 1", "true"),
        ("33", "JX04-01-03-01", "", "false"),
        ("34", "JX04-01-03-02", "5 4 3 2 1", "true"),
    ]
    assert [(occupation.serial, occupation.name) for occupation in table.occupations] == [
        ("9", "印刷操作员"),
        ("10", "印后制作员"),
    ]


def test_a_name_cut_by_a_page_break_is_joined():
    assert read(
        "55\tJX04-18-02 汽车生产线操作工\t225\tJX04-18-02-03 汽车冲压生产线操作\t5、4、3、2",
        "\t\t\t工\t",
    ) == [("225", "JX04-18-02", "JX04-18-02-03", "汽车冲压生产线操作工", "5 4 3 2")]


def test_a_cut_name_in_a_shifted_row_is_joined():
    assert read(
        "71\tJX05-03-01 工程机械操作工",
        "331\tJX05-03-01-34 混凝土机械操作工 (混\t5、4、3\t\t",
        "\t\t\t凝土浇筑)\t",
    ) == [("331", "JX05-03-01", "JX05-03-01-34", "混凝土机械操作工（混凝土浇筑）", "5 4 3")]


def test_a_cut_name_whose_parenthesis_was_closed_on_both_pages_is_closed_once():
    assert read(
        "80\tJX05-06-05 工程机械维修工\t363\tJX05-06-05-09 起重机械维修工 (门座)\t5、4、3、2、1",
        "\t\t\t式起重机)\t",
    ) == [("363", "JX05-06-05", "JX05-06-05-09", "起重机械维修工（门座式起重机）", "5 4 3 2 1")]


def test_parentheses_become_full_width_and_lose_the_spaces_around_them():
    assert [
        name
        for *_, name, _ in read(
            "71\tJX05-03-01 工程机械操作工\t334\tJX05-03-01-28 堆 (取) 料机操作工\t5、4",
            "\t\t335\tJX05-03-01-35 土方机械操作工(挖掘机)\t5、4",
        )
    ] == ["堆（取）料机操作工", "土方机械操作工（挖掘机）"]


def test_trades_printed_without_codes_are_numbered_within_their_occupation():
    assert read(
        "1\t4-08-05-05 机动车检测工\t\t无\t4、3、2、1",
        "2\t6-18-01-08 电切削工\t1\t电火花成形机床操作工\t5、4、3、2、1",
        "\t\t2\t电火花线切割机床操作工\t5、4、3、2、1",
        "3\t6-22-02-01 汽车装调工\t3\t汽车整车装调工\t5、4、3、2、1",
        title="skill_level",
    ) == [
        ("", "4-08-05-05", "4-08-05-05", "机动车检测工", "4 3 2 1"),
        ("1", "6-18-01-08", "6-18-01-08-01", "电火花成形机床操作工", "5 4 3 2 1"),
        ("2", "6-18-01-08", "6-18-01-08-02", "电火花线切割机床操作工", "5 4 3 2 1"),
        ("3", "6-22-02-01", "6-22-02-01-01", "汽车整车装调工", "5 4 3 2 1"),
    ]


def test_the_number_in_a_stations_name_stands_without_spaces():
    (row,) = stations(["1\t机械行业职业能力评价职教 299 考试站\t49284299\t重庆市云阳职业教育中心"])
    assert row == ("1", "机械行业职业能力评价职教299考试站", "49284299", "重庆市云阳职业教育中心")


GUIDE = """2.4 已批复的机械行业职业能力评价职教考试站名单\t11
2.4 已批复的机械行业职业能力评价职教考试站名单

序号\t机构名称\t机构编码\t承建单位
1\t机械行业职业能力评价职教 299 考试站\t49284299\t重庆市云阳职业教育中心

2.5 范围

机械行业职业能力水平评价范围（专业技术人员）

序号\t职业编码及名称\t序号\t职业方向编码及名称\t等级设置
1\tJX02-01-05 模具工程技术人员\t1\tJX02-01-05-01 模具设计师\t3、2、1

机械行业职业能力水平评价范围 (技能人员)

序号\t职业编码及名称\t序号\t工种编码及名称\t等级设置
1\tJX03-05-04 制图员\t\t无\t5、4、3、2

序号\t职业编码及名称\t序号\t工种编码及名称\t等级设置
11\tJX04-05-01 车工\t37\tJX04-05-01-01 数控车工\t5、4、3、2、1

注:

机械行业职业技能等级认定范围

序号\t职业编码及名称\t序号\t工种编码及名称\t等级设置
1\t4-08-05-05 机动车检测工\t\t无\t4、3、2、1

2.6 证书查询
另一个表\t1
"""


def test_tables_run_over_page_breaks_and_end_with_the_next_line_of_prose():
    assert {title: len(lines) for title, lines in tables(GUIDE).items()} == {
        "stations": 1,
        "professional": 1,
        "skilled": 2,
        "skill_level": 1,
    }


def test_the_script_writes_both_files_the_same_on_every_machine(tmp_path):
    (tmp_path / "guide.txt").write_text(GUIDE, encoding="utf-8")
    main(tmp_path / "guide.txt", tmp_path)
    assert (tmp_path / "units.csv").read_bytes().decode() == (
        "programme,table,serial,occupation_serial,occupation_code,occupation_name,"
        "unit_code,unit_name,levels,complete\n"
        "capability,professional,1,1,JX02-01-05,模具工程技术人员,JX02-01-05-01,模具设计师,3 2 1,true\n"
        "capability,skilled,,1,JX03-05-04,制图员,JX03-05-04,制图员,5 4 3 2,true\n"
        "capability,skilled,37,11,JX04-05-01,车工,JX04-05-01-01,数控车工,5 4 3 2 1,true\n"
        "skill_level,skill_level,,1,4-08-05-05,机动车检测工,4-08-05-05,机动车检测工,4 3 2 1,true\n"
    )
    assert (tmp_path / "stations.csv").read_bytes().decode() == (
        "serial,name,code,operator\n"
        "1,机械行业职业能力评价职教299考试站,49284299,重庆市云阳职业教育中心\n"
    )
