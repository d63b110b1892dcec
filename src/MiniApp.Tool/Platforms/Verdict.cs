namespace MiniApp.Tool.Platforms;

/// <summary>What came of a token.</summary>
/// <param name="Refusal">Why it was refused; <see langword="null"/> where it is good.</param>
/// <param name="UserId">The user that it signs in.</param>
/// <param name="Id">The app or the bot that it is for, where that is known.</param>
internal readonly record struct Verdict(TokenRefusal? Refusal, long UserId = 0, long? Id = null)
{
    public bool IsGood => Refusal is null;
}
