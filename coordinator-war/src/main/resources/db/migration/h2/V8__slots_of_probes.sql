-- Probes that were given away before they had slots of their own hold one of the pool cpu: it
-- becomes one of their pool, which is what they will give back.

update workers
   set slots_used = slots_used + probe_slots_used
           - (select count(*) from jobs j
               where j.worker_id = workers.worker_id and j.job_class = 'probe'
                 and j.state in ('assigned', 'running', 'canceling')),
       probe_slots_used =
             (select count(*) from jobs j
               where j.worker_id = workers.worker_id and j.job_class = 'probe'
                 and j.state in ('assigned', 'running', 'canceling'))
 where (select count(*) from jobs j
         where j.worker_id = workers.worker_id and j.job_class = 'probe'
           and j.state in ('assigned', 'running', 'canceling'))
       between probe_slots_used + 1 and slots_used + probe_slots_used;
