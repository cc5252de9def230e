using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialoogtafel.Web.Data.Mapping;

internal sealed class NewsletterIssueMapping : IEntityTypeConfiguration<NewsletterIssue>
{
    public void Configure(EntityTypeBuilder<NewsletterIssue> issue)
    {
        issue.HasIndex(item => item.SendAt);
        // One issue tells of a new series: a second press finds the first one.
        issue.HasIndex(item => item.SeriesId).IsUnique();
        issue.HasOne<Project>().WithMany().HasForeignKey(item => item.ProjectId);
        issue.HasOne<GatheringSeries>().WithMany().HasForeignKey(item => item.SeriesId);
        issue.HasOne<Person>().WithMany().HasForeignKey(item => item.ScheduledById);
    }
}
