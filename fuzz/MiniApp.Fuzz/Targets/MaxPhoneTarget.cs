using System.Globalization;
using MaxMiniApp;
using MaxMiniApp.Tests;
using TestSupport;

namespace MiniApp.Fuzz;

/// <summary>A phone number from MAX's bridge: the number, its time, the user's id, the proof.</summary>
internal sealed class MaxPhoneTarget() : FuzzTarget("max-contact")
{
    private static readonly string[] Phones =
        ["79111234567", "+79111234567", "+7", "", "7-911", "٧٩", new('9', 32), new('9', 33), "7\n", "\ud83d", "++7", "0"];

    private static readonly long[] Times = [0, 0, 0, -1, -3600, -3601, 60, 61, -Example.Now, -Example.Now - 1, 98_239_999_999, 98_240_000_001];

    private readonly MaxContactVerifier _verifier =
        new(new MaxContactVerifierOptions { TimeProvider = new TestClock(Example.Now) }.AddBot(Example.BotToken));

    public override Func<string> Inputs(int seed)
    {
        var (random, mutator) = (new Random(seed), new Mutator(seed));
        return () =>
        {
            var phone = random.Next(3) == 0 ? Phones[random.Next(Phones.Length)] : $"{random.NextInt64(99_999_999_999)}";
            var time = Example.Now + Times[random.Next(Times.Length)];
            time = random.Next(3) == 0 && time is > 1_000_000_000 and < 100_000_000_000 ? time * 1000 + random.Next(1000) : time;
            var userId = random.Next(20) == 0 ? random.Next(-1, 1) : random.NextInt64(1, long.MaxValue);
            var proof = MaxContactVerifierTests.Hash(time, phone.TrimStart('+'), userId, random.Next(8) == 0 ? "other" : Example.BotToken);
            proof = random.Next(4) == 0 ? mutator.Mutate(proof) : proof;
            return string.Join(Separator, random.Next(4) == 0 ? mutator.Mutate(phone) : phone, time, userId, proof);
        };
    }

    public override string Expected(string input) => Read(input) is not var (phone, time, userId, proof) ? ""
        : MaxContactVerifierTests.Expected(phone, time, proof, userId) is not MaxContactFailure.None and var failure ? failure.ToString()
        : Good(userId, phone.StartsWith('+') ? phone[1..] : phone);

    public override string Actual(string input) => Read(input) is not var (phone, time, userId, proof) ? ""
        : _verifier.Verify(phone, time, proof, userId) is var result && result.Contact is { } contact ? Good(contact.UserId, contact.PhoneNumber)
        : result.Failure.ToString();

    private static (string Phone, long Time, long UserId, string Proof)? Read(string input) =>
        input.Split(Separator) is [var phone, var time, var userId, var proof]
        && long.TryParse(time, CultureInfo.InvariantCulture, out var parsedTime)
        && long.TryParse(userId, CultureInfo.InvariantCulture, out var parsedId)
            ? (phone, parsedTime, parsedId, proof)
            : null;
}
