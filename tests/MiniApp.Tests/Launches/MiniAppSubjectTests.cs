using System.Runtime.CompilerServices;

namespace MiniApp.Tests;

/// <summary>Names of users, apps, platforms and sessions, as they stand in stores.</summary>
public class MiniAppSubjectTests
{
    private const long Largest = long.MaxValue;

    private static readonly Guid SessionId = new("00112233-4455-6677-8899-aabbccddeeff");

    public static TheoryData<MiniAppSubject, string, MiniAppSubjectKind, string?, long> Subjects => new()
    {
        { MiniAppSubject.VkUser(42), "vk:42", MiniAppSubjectKind.User, "vk", 42 },
        { MiniAppSubject.OkUser(5), "ok:5", MiniAppSubjectKind.User, "ok", 5 },
        { MiniAppSubject.TelegramUser(42), "telegram:42", MiniAppSubjectKind.User, "telegram", 42 },
        { MiniAppSubject.MaxUser(42), "max:42", MiniAppSubjectKind.User, "max", 42 },
        { MiniAppSubject.User("telegram-test", Largest), "telegram-test:9223372036854775807", MiniAppSubjectKind.User, "telegram-test", Largest },
        { MiniAppSubject.User("app", 1), "app:1", MiniAppSubjectKind.User, "app", 1 },
        { MiniAppSubject.VkApp(6736218), "vk:app:6736218", MiniAppSubjectKind.App, "vk", 6736218 },
        { MiniAppSubject.TelegramBot(123456), "telegram:app:123456", MiniAppSubjectKind.App, "telegram", 123456 },
        { MiniAppSubject.App("app", Largest), "app:app:9223372036854775807", MiniAppSubjectKind.App, "app", Largest },
        { MiniAppSubject.Platform("vk"), "vk", MiniAppSubjectKind.Platform, "vk", 0 },
        { MiniAppSubject.Platform("sessions"), "sessions", MiniAppSubjectKind.Platform, "sessions", 0 },
        { MiniAppSubject.Platform("-0z-"), "-0z-", MiniAppSubjectKind.Platform, "-0z-", 0 },
        { MiniAppSubject.Session(SessionId), "session:00112233445566778899aabbccddeeff", MiniAppSubjectKind.Session, null, 0 },
        { MiniAppSubject.Session(Guid.Empty), "session:00000000000000000000000000000000", MiniAppSubjectKind.Session, null, 0 },
        { MiniAppSubject.Everybody, "*", MiniAppSubjectKind.Everybody, null, 0 },
    };

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Subject_is_read_from_its_text(MiniAppSubject subject, string text, MiniAppSubjectKind kind, string? platform, long id)
    {
        Assert.True(MiniAppSubject.TryParse(text, out var parsed));

        Assert.Equal((text, kind, platform, id), (subject.ToString(), subject.Kind, subject.PlatformName, subject.Id));
        Assert.Equal((text, kind, platform, id), (parsed.ToString(), parsed.Kind, parsed.PlatformName, parsed.Id));
        Assert.True(subject == parsed && subject.Equals((object)parsed) && subject.GetHashCode() == parsed.GetHashCode());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("**")]
    [InlineData("* ")]
    [InlineData(":")]
    [InlineData(":1")]
    [InlineData("vk:")]
    [InlineData("vk ")]
    [InlineData(" vk:1")]
    [InlineData("VK:1")]
    [InlineData("v_k:1")]
    [InlineData("вк:1")]
    [InlineData("vk:0")]
    [InlineData("vk:01")]
    [InlineData("vk:-1")]
    [InlineData("vk:+1")]
    [InlineData("vk: 1")]
    [InlineData("vk:1 ")]
    [InlineData("vk:1\0")]
    [InlineData("vk:\u0661")]
    [InlineData("vk:1:1")]
    [InlineData("vk:9223372036854775808")]
    [InlineData("vk:100000000000000000000000000000000000000000")]
    [InlineData("vk:app")]
    [InlineData("vk:app:")]
    [InlineData("vk:app:0")]
    [InlineData("vk:app:01")]
    [InlineData("vk:App:1")]
    [InlineData("vk:app:app:1")]
    [InlineData("*:1")]
    [InlineData("*:app:1")]
    [InlineData("session")]
    [InlineData("session:")]
    [InlineData("session:1")]
    [InlineData("session:app:1")]
    [InlineData("session:00112233445566778899AABBCCDDEEFF")]
    [InlineData("session:00112233-4455-6677-8899-aabbccddeeff")]
    [InlineData("session:0011223344556677889 aabbccddeeff")]
    [InlineData("session: 0112233445566778899aabbccddeef ")]
    [InlineData("session:0x112233445566778899aabbccddeeff")]
    [InlineData("session:00112233445566778899aabbccddeef")]
    [InlineData("session:00112233445566778899aabbccddeeff0")]
    [InlineData("session:00112233445566778899aabbccddeef\0")]
    [InlineData("Session:00112233445566778899aabbccddeeff")]
    [InlineData("a12345678901234567890123456789012")]
    [InlineData("a12345678901234567890123456789012:1")]
    public void Text_that_no_subject_writes_is_nobody(string? text)
    {
        var subject = MiniAppSubject.Everybody;

        Assert.False(MiniAppSubject.TryParse(text, out subject));
        Assert.Equal(default, subject);
    }

    [Fact]
    public void Default_value_is_nobody_and_by_no_means_everybody()
    {
        MiniAppSubject nobody = default;

        Assert.Equal((MiniAppSubjectKind.None, "", null, 0), (nobody.Kind, nobody.ToString(), nobody.PlatformName, nobody.Id));
        Assert.NotEqual(MiniAppSubject.Everybody, nobody);
    }

    [Fact]
    public void Subjects_differ_by_what_they_name_by_platform_and_by_id()
    {
        MiniAppSubject[] subjects =
        [
            default, MiniAppSubject.Everybody, MiniAppSubject.Platform("vk"), MiniAppSubject.Platform("ok"), MiniAppSubject.VkUser(1), MiniAppSubject.VkUser(2),
            MiniAppSubject.OkUser(1), MiniAppSubject.TelegramUser(1), MiniAppSubject.MaxUser(1), MiniAppSubject.User("telegram-test", 1),
            MiniAppSubject.VkApp(1), MiniAppSubject.TelegramBot(1), MiniAppSubject.Session(Guid.Empty), MiniAppSubject.Session(SessionId),
        ];

        for (var i = 0; i < subjects.Length; i++)
        {
            for (var j = 0; j < subjects.Length; j++)
            {
                var (left, right) = (subjects[i], subjects[j]);
                Assert.Equal(i == j, left == right);
                Assert.Equal(i != j, left != right);
                Assert.Equal(i == j, left.Equals((object)right));
            }
        }

        Assert.False(subjects[1].Equals(null) || subjects[1].Equals("*"));
        Assert.Equal(subjects.Length, subjects.Select(subject => subject.ToString()).Distinct().Count());
    }

    [Fact]
    public void Subjects_of_one_name_are_equal_whichever_string_has_it() =>
        Assert.Equal(MiniAppSubject.VkUser(42), MiniAppSubject.User(new string(['v', 'k']), 42));

    [Fact]
    public void Random_subjects_are_read_from_their_texts()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var platform = random.GetString("abcdefghijklmnopqrstuvwxyz0123456789-", random.Next(1, 33));
            var id = random.NextInt64(1, Largest) >> random.Next(62);
            var subject = random.Next(4) switch
            {
                _ when platform == "session" || id == 0 => MiniAppSubject.Everybody,
                0 => MiniAppSubject.User(platform, id),
                1 => MiniAppSubject.App(platform, id),
                2 => MiniAppSubject.Platform(platform),
                _ => MiniAppSubject.Session(Guid.NewGuid()),
            };

            Assert.InRange(subject.ToString().Length, 1, 56);
            Assert.True(MiniAppSubject.TryParse(subject.ToString(), out var parsed), subject.ToString());
            Assert.Equal(subject, parsed);
        }
    }

    [Fact]
    public void Random_texts_are_nobody_or_are_written_back()
    {
        var random = new Random(2);
        string[] parts = ["vk", ":", "app", "1", "0", "session", "*", " ", "A", "-", "00112233445566778899aabbccddeeff", "9223372036854775807", "\0", "é"];
        var isRead = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => parts[random.Next(parts.Length)]));
            if (MiniAppSubject.TryParse(text, out var subject))
            {
                isRead++;
                Assert.Equal(text, subject.ToString());
            }
        }

        Assert.InRange(isRead, 1_000, 40_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("session")]
    [InlineData("VK")]
    [InlineData("vk:1")]
    [InlineData("*")]
    [InlineData("a12345678901234567890123456789012")]
    public void Name_that_no_platform_has_is_refused(string platform)
    {
        const string message = "A platform's name is made of at most 32 letters from a to z, digits and hyphens, and is not \"session\".";

        foreach (var make in new Action[] { () => MiniAppSubject.Platform(platform), () => MiniAppSubject.User(platform, 1), () => MiniAppSubject.App(platform, 1) })
        {
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(nameof(platform), make).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void Id_is_above_zero(long id)
    {
        Action[] makers =
        [
            () => MiniAppSubject.VkUser(id), () => MiniAppSubject.OkUser(id), () => MiniAppSubject.TelegramUser(id), () => MiniAppSubject.MaxUser(id),
            () => MiniAppSubject.VkApp(id), () => MiniAppSubject.TelegramBot(id), () => MiniAppSubject.User("shop", id), () => MiniAppSubject.App("shop", id),
        ];

        Assert.All(makers, make => Assert.Throws<ArgumentOutOfRangeException>(nameof(id), make));
    }

    [Fact]
    public void Subject_takes_32_bytes_and_comparing_it_none_of_the_heap()
    {
        var set = new HashSet<MiniAppSubject> { MiniAppSubject.VkUser(42), MiniAppSubject.Session(SessionId), MiniAppSubject.VkApp(1) };
        var subject = MiniAppSubject.User("vk", 42);

        Assert.Equal(32, Unsafe.SizeOf<MiniAppSubject>());
        Assert.Equal(0, Allocations.Least(() => set.Contains(subject) && subject == MiniAppSubject.VkUser(42) ? subject.GetHashCode() : 0));
    }
}
