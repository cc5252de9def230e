namespace Dialoogtafel.Web.Demo;

/// <summary>How the invitation mail of a made-up person ended.</summary>
internal enum DemoMail
{
    None,
    Sent,
    Failed,
    Uncertain,

    /// <summary>Taken back within the minute, and sent again ten minutes later.</summary>
    Recalled,

    /// <summary>Answered before the mail left, so it was not sent any more.</summary>
    Dropped,
}
