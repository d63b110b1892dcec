using Microsoft.Extensions.Configuration;
using MiniApp.Tool.Keys;

namespace MiniApp.Tool.Tests.Keys;

public sealed class EnvironmentVariablesTests
{
    [Theory]
    [InlineData("", "a__b__0", "a:b:0")]
    [InlineData("", "A:B", "a:b")]
    [InlineData("DOTNET_", "DOTNET_a__b", "a:b")]
    [InlineData("DOTNET_", "dotnet_a__b", "a:b")]
    public void Two_underscores_are_a_colon_and_a_prefix_is_cut_off(string prefix, string name, string path) =>
        Assert.Equal("1", Read(prefix, (name, "1"))[path]);

    [Fact]
    public void Names_that_differ_in_case_alone_are_one() => Assert.Equal("2", Read("", ("a__b", "1"), ("A__B", "2"))["a:b"]);

    [Fact]
    public void Variables_without_the_prefix_are_none_of_its_settings() =>
        Assert.Empty(Read("DOTNET_", ("a__b", "1")).GetChildren());

    private static IConfiguration Read(string prefix, params (string Name, string Value)[] variables) => new ConfigurationBuilder()
        .Add(EnvironmentVariables.Read(
            variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal), prefix))
        .Build();
}
