using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MiniApp.Tests;

namespace VkMiniApp.Tests;

/// <summary>The object that the bridge answers <c>VKWebAppGetLaunchParams</c> with, in place of the query.</summary>
public class BridgeObjectTests
{
    private static readonly VkLaunchParamsVerifier Verifier = Example.Verifier(options => options.AcceptJson = true);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the bridge gives the page: numbers where VK has numbers.</summary>
    private static readonly string Json = Write(Example.Query(), areNumbers: true);

    [Fact]
    public void Object_is_refused_unless_it_was_asked_for()
    {
        Assert.False(new VkLaunchParamsVerifierOptions().AcceptJson);
        Assert.All(Spellings(Json), token => Assert.Equal(VkLaunchFailure.None, Verdict(token)));
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(Json));
        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict(Example.ToBase64(Json)));
        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict(Example.ToBase64Url(Json)));
    }

    [Fact]
    public void Query_is_accepted_as_before() =>
        Assert.All(Spellings(Example.Query()), token => Assert.Equal(VkLaunchFailure.None, Verdict(token)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Parameters_are_those_of_the_query_whether_numbers_are_numbers_or_texts(bool areNumbers)
    {
        var query = Example.Query(("vk_ref", "a b~c&d=e+f%20\"\\/Привет😀\0\r\n"), ("vk_experiment", "{\"950\":0}"), ("vk_имя", ""));
        var json = Write(query, areNumbers);

        Assert.All(Spellings(json), token =>
        {
            Assert.Equal(VkLaunchFailure.None, Verdict(token));
            Assert.Equal(Example.Launch(query).Values, Verifier.Verify(token).LaunchParams!.Values);
            Assert.True(Verifier.HasValidSignature(token));
        });
    }

    [Theory]
    [InlineData("\"vk_ref\":\"other\"", "\"vk_ref\":\"\\u006fther\"")]
    [InlineData("\"vk_ref\":\"other\"", "\"vk\\u005fref\":\"other\"")]
    [InlineData("\"vk_ref\":\"other\"", "\"\\u0076\\u006B\\u005f\\u0072\\u0065\\u0066\":\"o\\u0074h\\u0065r\"")]
    [InlineData("\"vk_user_id\":494075", "\"vk_user_id\":\"49407\\u0035\"")]
    [InlineData("{", "{ \t\r\n")]
    [InlineData("}", " }\r\n\t ")]
    [InlineData(",\"", " , \"")]
    [InlineData("\":", "\" : ")]
    [InlineData("{", "{\"utm\":\"1\",\"utm\":\"2\",\"\":\"\",\"odr_enabled\":1,\"a&vk_ref=x\":\"&vk_ref=y\",")]
    public void Spelling_of_the_json_makes_no_difference(string part, string spelled) =>
        Assert.All(Spellings(Json.With(part, spelled)), token => Assert.Equal(VkLaunchFailure.None, Verdict(token)));

    [Fact]
    public void Escaped_pair_of_surrogates_is_one_character()
    {
        var json = Write(Example.Query(("vk_ref", "😀")), areNumbers: true).With("\\uD83D\\uDE00", "😀");

        Assert.Equal(VkLaunchFailure.None, Verdict(json));
        Assert.Equal(VkLaunchFailure.None, Verdict(json.With("😀", "\\ud83d\\uDE00")));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"vk_ref\":\"other\"}")]
    [InlineData("[\"other\"]")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("1E0")]
    [InlineData("-1")]
    [InlineData("-0")]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData("0x1")]
    [InlineData(".5")]
    [InlineData("NaN")]
    [InlineData("1 2")]
    [InlineData("١")]
    [InlineData("'other'")]
    [InlineData("\"other")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"\\x41\"")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("\"\\ude00\\ud83d\"")]
    [InlineData("\"\\u00\"")]
    [InlineData("")]
    public void Value_that_is_no_text_and_no_whole_number_makes_the_object_none(string value)
    {
        foreach (var name in new[] { "vk_x", "utm" })
        {
            AssertNoObject(Json.With("{", $"{{\"{name}\":{value},"));
            AssertNoObject(Json.With("}", $",\"{name}\":{value}}}"));
        }
    }

    [Theory]
    [InlineData("{", "")]
    [InlineData("}", "")]
    [InlineData("}", "}}")]
    [InlineData("}", "} x")]
    [InlineData("}", "}{}")]
    [InlineData("}", "},")]
    [InlineData("}", ",}")]
    [InlineData("}", "}\0")]
    [InlineData("}", "}//")]
    [InlineData("{", "{{")]
    [InlineData("{", "[{")]
    [InlineData("{", "{,")]
    [InlineData("{", "{/**/")]
    [InlineData("{", "\uFEFF{")]
    [InlineData("{", "{\"\\ud83d\":1,")]
    [InlineData("{", "{vk_x:1,")]
    [InlineData("{", "{1:1,")]
    [InlineData("{", "{\"vk_x\",")]
    [InlineData("{", "{\"vk_x\":")]
    [InlineData("}", ",\"vk_x\":1")]
    [InlineData("}", ",\"vk_x\":")]
    [InlineData("}", ",\"vk_x\"")]
    public void Broken_json_is_no_object(string part, string broken) => AssertNoObject(Json.With(part, broken));

    [Fact]
    public void Half_of_a_character_is_no_text()
    {
        Assert.Equal(VkLaunchFailure.Malformed, Verdict(Json.With("other", "\uD83D")));
        Assert.Equal(VkLaunchFailure.Malformed, Verdict(Json.With("other", "\uDE00\uD83D")));
        Assert.Equal(VkLaunchFailure.Malformed, Verdict(Convert.ToBase64String([.. "{\"vk_ref\":\""u8, 0xFF, .. "\"}"u8])));
    }

    [Theory]
    [InlineData("vk_user_id", "494075")]
    [InlineData("vk_ref", "\"other\"")]
    [InlineData("vk\\u005fref", "\"other\"")]
    [InlineData("sign", "\"\"")]
    public void Signed_name_that_is_there_twice_is_refused(string name, string value)
    {
        Assert.Equal(VkLaunchFailure.DuplicateParameter, Verdict(Json.With("{", $"{{\"{name}\":{value},")));
        Assert.Equal(VkLaunchFailure.DuplicateParameter, Verdict(Json.With("}", $",\"{name}\":{value}}}")));
    }

    [Fact]
    public void Verdicts_are_those_of_the_query()
    {
        foreach (var (expected, query) in new[]
        {
            (VkLaunchFailure.MissingParameter, Example.Query(("vk_ts", null))),
            (VkLaunchFailure.UnknownApp, Example.Query(("vk_app_id", "1"))),
            (VkLaunchFailure.InvalidSignature, Example.Query() + "&vk_x="),
            (VkLaunchFailure.OdnoklassnikiNotAllowed, Example.Query(("vk_ok_user_id", "5"))),
            (VkLaunchFailure.Expired, Example.Query(("vk_ts", "1"))),
            (VkLaunchFailure.NotYetValid, Example.Query(("vk_ts", "1900000000"))),
            (VkLaunchFailure.NoUser, Example.Query(("vk_user_id", "0"))),
            (VkLaunchFailure.Malformed, Example.Query(("vk_user_id", "9223372036854775808"))),
        })
        {
            Assert.Equal(expected, Verdict(query));
            Assert.All(Spellings(Write(query, areNumbers: true)), token => Assert.Equal(expected, Verdict(token)));
        }

        Assert.Equal(VkLaunchFailure.Malformed, Verdict(Json.With("494075", "9223372036854775808")));

        Assert.Equal(VkLaunchFailure.MissingParameter, Verdict("{}"));
        Assert.Equal(VkLaunchFailure.MissingParameter, Verdict("{ \r\n\t }"));
    }

    [Fact]
    public void Parameter_can_not_be_smuggled_in_by_a_name_or_a_value()
    {
        var forged = Example.Query(("vk_user_id", "1")).With("&vk_user_id=1", "");

        foreach (var attack in new[] { "\"vk_ref\":\"other&vk_user_id=1\"", "\"vk_ref=other&vk_user_id\":1" })
        {
            Assert.Equal(VkLaunchFailure.MissingParameter, Verdict(Write(forged, areNumbers: true).With("\"vk_ref\":\"other\"", attack)));
        }
    }

    [Fact]
    public void Signed_query_inside_of_a_broken_object_is_no_more_than_a_query() =>
        Assert.Equal(VkLaunchFailure.None, Verdict($"{{\"&{Example.Query()}&\":null}}"));

    [Theory]
    [InlineData(8192, VkLaunchFailure.None)]
    [InlineData(8193, VkLaunchFailure.Malformed)]
    public void Object_of_the_longest_length_is_read(int length, VkLaunchFailure expected)
    {
        var json = Json.With("{", "{\"x\":\"\",");
        json = json.With("\"x\":\"\"", $"\"x\":\"{new string('x', length - json.Length)}\"");

        Assert.Equal(length, json.Length);
        Assert.Equal(expected, Verdict(json));
    }

    [Theory]
    [InlineData(128, VkLaunchFailure.None)]
    [InlineData(129, VkLaunchFailure.Malformed)]
    public void Object_of_the_most_members_is_read(int count, VkLaunchFailure expected) =>
        Assert.Equal(expected, Verdict(Json.With("{", "{" + string.Concat(Enumerable.Repeat("\"\":\"\",", count - 11)))));

    [Fact]
    public void Text_that_grows_most_when_it_is_encoded_has_room()
    {
        var verifier = Example.Verifier(options => (options.AcceptJson, options.MaxTokenLength) = (true, 1_048_576));

        foreach (var text in new[] { "\u0001", "я", "\uFFFD", "😀", " ", "%", "a" })
        {
            // A character of four bytes is twelve in JSON.
            var value = string.Concat(Enumerable.Repeat(text, text.Length > 1 ? 50_000 : 100_000));
            var query = Example.Query(("vk_ref", value));
            foreach (var json in new[] { Write(query, areNumbers: true), JsonSerializer.Serialize(Members(query), Relaxed) })
            {
                Assert.Equal(VkLaunchFailure.None, Example.Verdict(json, verifier));
                Assert.Equal(VkLaunchFailure.None, Verdict(Json));
            }
        }
    }

    [Theory]
    [InlineData("{\"vk_x\":", "1")]
    [InlineData("[", "")]
    [InlineData("{\"a\":[", "")]
    [InlineData("{", "")]
    public void Depth_does_no_harm(string open, string middle)
    {
        var verifier = Example.Verifier(options => (options.AcceptJson, options.MaxTokenLength) = (true, 1_048_576));

        foreach (var depth in new[] { 63, 64, 65, 1000, 100_000 })
        {
            Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(string.Concat(Enumerable.Repeat(open, depth)) + middle, verifier));
        }
    }

    [Fact]
    public void Good_object_is_checked_without_an_allocation()
    {
        foreach (var token in Spellings(Json.With("other", "\\u006fther")))
        {
            Assert.Equal(VkLaunchFailure.None, Verdict(token));
            Assert.Equal(0, Allocations.Least(() => Verifier.Check(token)));
        }
    }

    private static VkLaunchFailure Verdict(string token) => Example.Verdict(token, Verifier);

    private static string[] Spellings(string text) =>
        [text, Example.ToBase64(text), Example.ToBase64(text).TrimEnd('='), Example.ToBase64Url(text)];

    /// <summary>A token that is no object is judged as a query, and is none of those either.</summary>
    private static void AssertNoObject(string token)
    {
        Assert.Equal(VkLaunchFailure.Malformed, Verdict(token));
        Assert.Equal(Example.Verdict(Example.ToBase64(token)), Verdict(Example.ToBase64(token)));
        Assert.NotEqual(VkLaunchFailure.None, Verdict(Example.ToBase64(token)));
    }

    private static string Write(string query, bool areNumbers)
    {
        var json = new JsonObject();
        foreach (var (name, value) in Members(query))
        {
            json[name] = areNumbers && IsNumber(value) ? long.Parse(value, CultureInfo.InvariantCulture) : value;
        }

        return json.ToJsonString();
    }

    /// <summary>Whether a text reads the same as a number of JSON.</summary>
    private static bool IsNumber(string text) => text.Length is > 0 and < 19 && text.All(char.IsAsciiDigit) && (text == "0" || text[0] != '0');

    private static Dictionary<string, string> Members(string query) => query.Split('&')
        .Select(part => part.Split('='))
        .ToDictionary(part => WebUtility.UrlDecode(part[0]), part => WebUtility.UrlDecode(part[1]), StringComparer.Ordinal);
}
