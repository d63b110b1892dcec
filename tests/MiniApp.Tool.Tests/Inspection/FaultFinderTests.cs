namespace MiniApp.Tool.Tests.Inspection;

/// <summary>What exactly is wrong with the form of a token.</summary>
public sealed class FaultFinderTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("", "malformed", "It is empty: the page was not opened by the platform, or sent its request before it had a token.")]
    [InlineData("nonsense!", "malformed", "It is neither a query nor base64 of one.")]
    [InlineData("vk_app_id=1", "malformed", "It is a single parameter, where a query has several, with an & between them.")]
    [InlineData("a.b.c", "malformed", "It looks like a JSON Web Token, which is another kind of token, for another authentication scheme.")]
    [InlineData("vk_app_id=x&vk_ts=%D9%A1", "malformed", "vk_app_id is not a whole number in ASCII digits.", "vk_ts is not a whole number in ASCII digits.")]
    [InlineData("vk_ok_user_id=-1&vk_x=1", "malformed", "vk_ok_user_id is not a whole number in ASCII digits.")]
    [InlineData("vk_ref=%zz&utm=%zz&sign=%", "malformed", "The percent-encoding of sign is broken.", "The percent-encoding of vk_ref is broken.")]
    [InlineData("vk_ref=%ff&a=1", "malformed", "The percent-encoding of vk_ref is broken.")]
    [InlineData("%zz=1&a=1", "malformed", "The percent-encoding of %zz is broken.")]
    [InlineData("vk_ref=1&vk_ref=1&sign=1&sign=2&sign=3&a=1&a=1", "duplicate_parameter", "sign is there 3 times.", "vk_ref is there 2 times.")]
    [InlineData("vk_ts=1&vk_user_id=1", "missing_parameter", "sign is missing.", "vk_app_id is missing.")]
    public void Faults_of_launch_parameters_are_named(string token, string reason, params string[] faults) =>
        Assert.Equal(faults, Faults("vk", token, reason), StringComparer.Ordinal);

    [Theory]
    [InlineData("auth_date=1", "malformed", "It is a single parameter, where a query has several, with an & between them.")]
    [InlineData("auth_date=1&hash", "malformed", "The field hash is not name=value.")]
    [InlineData("auth_date=1&=2", "malformed", "The field  is not name=value.")]
    [InlineData("auth_date=1&a%3Db=2", "malformed", "The field a=b contains a line feed, or an = in its name.")]
    [InlineData("auth_date=1&a=1%0Ab", "malformed", "The field a contains a line feed, or an = in its name.")]
    [InlineData("auth_date=1&a=1&a=2", "malformed", "a is there 2 times.")]
    [InlineData("auth_date=x&hash=1", "malformed", "auth_date is not a whole number in ASCII digits.")]
    [InlineData("user=1&hash=1", "malformed", "auth_date is missing.")]
    [InlineData("auth_date=1&user=1", "missing_proof", "hash is missing.", "signature is missing.")]
    public void Faults_of_init_data_are_named(string token, string reason, params string[] faults) =>
        Assert.Equal(faults, Faults("telegram", token, reason), StringComparer.Ordinal);

    [Theory]
    [InlineData(8192, "missing_parameter")]
    [InlineData(8193, "malformed", "It is longer than 8192 bytes.")]
    [InlineData(100_000, "malformed", "It is longer than 8192 bytes.")]
    public void A_token_that_is_too_long_is_named_so(int length, string reason, params string[] faults)
    {
        var token = "sign=1&vk_app_id=1&vk_user_id=1&vk_x=";
        token += new string('x', length - token.Length);
        string[] expected = faults.Length > 0 ? faults : ["vk_ts is missing."];

        Assert.Equal(expected, Faults("vk", token, reason), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(128, "missing_parameter", "sign is missing.", "vk_app_id is missing.", "vk_user_id is missing.", "vk_ts is missing.")]
    [InlineData(129, "malformed", "It has more than 128 parameters.")]
    public void Too_many_parameters_are_named_so(int count, string reason, params string[] faults) =>
        Assert.Equal(
            faults.Order(StringComparer.Ordinal),
            Faults("vk", string.Join('&', Enumerable.Range(1, count).Select(i => $"p{i}=1")), reason).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>The sentences between the verdict's meaning and the advice.</summary>
    private string[] Faults(string platform, string token, string reason)
    {
        var result = _tool.Run("inspect", "--platform", platform, token);
        Assert.Equal((1, ""), (result.Status, result.Error));

        return [.. result.Output.Split($"Verdict      refused: {reason}\n")[1].Split("\nWhat to do")[0].Split('\n').Skip(1).Select(line => line.Trim())];
    }
}
