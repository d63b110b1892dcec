namespace MiniApp.Tests;

public class TokenLimitsTests
{
    [Theory]
    [InlineData(1, 1, null)]
    [InlineData(1_048_576, 1024, null)]
    [InlineData(0, 0, "length must be from 1 to 1048576.")]
    [InlineData(1_048_577, 1, "length must be from 1 to 1048576.")]
    [InlineData(1, 0, "MaxParameters must be from 1 to 1024.")]
    [InlineData(1, 1025, "MaxParameters must be from 1 to 1024.")]
    public void First_limit_outside_its_range_is_named(int length, int parameters, string? fault) =>
        Assert.Equal(fault, TokenLimits.FindFault(length, parameters));

    [Fact]
    public void Defaults_are_the_documented_ones() =>
        Assert.Equal((8192, 128), (TokenLimits.DefaultMaxTokenLength, TokenLimits.DefaultMaxParameters));
}
