namespace VkMiniApp.Tests;

/// <summary>How long a request id is in the text that VK signs: each UTF-8 byte that is escaped takes three.</summary>
public class CreatedHashTextTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("aZ09-_. ", 8)]
    [InlineData("~", 3)]
    [InlineData("\u007f", 3)]
    [InlineData("\u0080", 6)]
    [InlineData("\u07ff", 6)]
    [InlineData("\u0800", 9)]
    [InlineData("\ud7ff", 9)]
    [InlineData("\ue000", 9)]
    [InlineData("\U0001f600", 12)]
    [InlineData("a\U0001f600\u0080", 19)]
    public void Length_is_that_of_the_encoded_text(string requestId, int length)
    {
        Assert.Equal(length, ReferenceSignature.Rfc1738(requestId).Length);
        Assert.True(CreatedHashText.IsWithin(requestId, length));
        Assert.False(CreatedHashText.IsWithin(requestId, length - 1));
    }
}
